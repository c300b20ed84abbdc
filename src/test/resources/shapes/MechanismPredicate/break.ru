DELETE WHERE { dia:promotes dia:sign ?sign ; rdfs:subPropertyOf ?super }
