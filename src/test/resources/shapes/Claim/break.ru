# A claim that has nothing, values of the wrong kind, two of what may be one, a number that no line has.
DELETE WHERE { claim:C0001 ?property ?value } ;
INSERT DATA {
  claim:C0001 a dia:MechanismClaim .
  claim:C0002 dia:polarity dia:Reported ; dia:degree dia:Wholly ; dia:inTissue dia:Largely ;
    dia:rhetoric "best"@en ; dia:statement "A third."@en ; dia:purpose dia:NoSuchThing ; a dia:NeedClaim .
  claim:C0008 dia:quote "这是一句远远超过四十个字符的引文因此不得出现在任何论断之中也不得整句印出来给读者看的"@zh .
  claim:C3 dia:claimSubject dia:Cell .
} ;
DELETE { claim:C0005 dia:sourceLine ?line ; dia:startOffset ?start }
INSERT { claim:C0005 dia:sourceLine 99 ; dia:startOffset 50 }
WHERE { claim:C0005 dia:sourceLine ?line ; dia:startOffset ?start } ;
DELETE { claim:C0006 dia:claimPredicate ?old } INSERT { claim:C0006 dia:claimPredicate dia:bearsOn }
WHERE { claim:C0006 dia:claimPredicate ?old }
