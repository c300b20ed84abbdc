DELETE WHERE { document:summary dcterms:language ?language ; rdfs:label ?label }
