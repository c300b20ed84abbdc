DELETE DATA { claim:C0001 dia:onLine line:L5 } ;
DELETE DATA { claim:C0002 dia:endOffset 12 } ;
DELETE DATA { claim:C0003 dia:inSection section:S6 } ;
INSERT DATA {
  claim:C0001 dia:onLine line:L6 .
  claim:C0002 dia:endOffset 41 .
  claim:C0003 dia:inSection section:S9 .
}
