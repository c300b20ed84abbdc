INSERT DATA { gap:S9-Kidney-any a dia:EvidenceGap ; dia:gapObject dia:Kidney ; dia:lacks dia:Supports }
