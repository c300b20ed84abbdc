DELETE WHERE { mapping:M0001 sssom:mapping_justification ?why } ;
INSERT DATA { mapping:M0002 sssom:predicate_id skos:related ; sssom:subject_id dia:NoSuchThing }
