DELETE DATA { evidence:C0002-2 dia:forClaim claim:C0002 } ;
INSERT DATA { evidence:C0002-2 dia:forClaim claim:C0003 }
