DELETE DATA { reference:Dish dcterms:identifier "pmcid:PMC3333333" } ;
INSERT DATA { reference:Dish dcterms:identifier "10.1000/dish" ; dia:year 20 ; dia:studyType dia:NoSuchStudy }
