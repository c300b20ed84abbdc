DELETE DATA { claim:C0003 dia:underCondition dia:Condition } ;
DELETE DATA { claim:C0004 dia:oppositeUnderOtherCondition claim:C0003 }
