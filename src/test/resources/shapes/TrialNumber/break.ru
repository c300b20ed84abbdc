DELETE WHERE { trial:NCT00000002 dcterms:identifier ?number } ;
INSERT DATA { trial:NCT00000002 dcterms:identifier "NCT00000003" }
