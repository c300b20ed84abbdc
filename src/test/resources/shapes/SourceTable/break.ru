DELETE WHERE { table:T1 rdfs:comment ?note ; dia:rowsPresent ?present } ;
INSERT DATA { table:T1 dia:rowsPresent "no" }
