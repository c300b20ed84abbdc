DELETE WHERE { selector:C0001 oa:start ?start } ;
DELETE WHERE { claim:C0002 dia:hasSelector ?selector } ;
INSERT DATA { selector:C0001 oa:start 30 }
