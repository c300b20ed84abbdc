DELETE WHERE { mapping:GrowthFactor-close-D000001 sssom:mapping_justification ?why } ;
INSERT DATA { mapping:KidneyDisease-exact-MONDO-0000001 sssom:predicate_id skos:related ; sssom:subject_id dia:NoSuchThing }
