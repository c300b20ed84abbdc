DELETE DATA { group:G001 dia:listKind dia:AllOf } ;
INSERT DATA { group:G1 a dia:ClaimGroup ; dia:listKind dia:AnyOf , dia:Denied . dia:Cell dia:inGroup group:G002 }
