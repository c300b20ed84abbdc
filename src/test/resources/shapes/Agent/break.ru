DELETE WHERE { agent:Writer rdfs:label ?label } ;
INSERT DATA { agent:Writer rdfs:label "Writer"@en , "Author"@en }
