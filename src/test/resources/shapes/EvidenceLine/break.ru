DELETE WHERE { evidence:C0001-1 dia:seenAt ?page } ;
DELETE DATA { evidence:C0001-1 dia:direction dia:Supports } ;
INSERT DATA { evidence:C0001-1 dia:directness dia:Direct ; dia:species "rat" ; dia:sampleSize "24 rats" . evidence:C0002-1 dia:evidenceItem claim:C0001 }
