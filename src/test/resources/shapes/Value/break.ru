DELETE WHERE { dia:Affirmed rdfs:label ?label }
