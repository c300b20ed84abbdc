DELETE DATA { claim:C0001 dia:claimSubject dia:StemCell ; dia:claimObject dia:GrowthFactor } ;
INSERT DATA { claim:C0001 dia:claimSubject dia:Repair ; dia:claimObject dia:Kidney }
