DELETE DATA { claim:C0008 a dia:DocumentClaim } ;
INSERT DATA { claim:C0008 a dia:RiskClaim }
