INSERT DATA { reference:Dish dcterms:identifier "pmid:22222222" }
