DELETE WHERE { claim:C0001 dia:claimObject ?object } ;
INSERT DATA { claim:C0002 dia:claimValue 3 }
