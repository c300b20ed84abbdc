DELETE DATA { tension:T01 dia:tensionOf claim:C0003 ; dia:reason dia:ByCondition } ;
INSERT DATA { tension:T02 a dia:Tension ; dia:tensionOf claim:C0001 , claim:C0002 ; dia:reason dia:BySource ; dia:statement "One."@en , "Two."@en }
