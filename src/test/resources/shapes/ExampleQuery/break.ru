INSERT DATA { query:1-nothing a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ; sh:select "ASK {}" ; rdfs:label "A question"@en ; schema:keywords "nonsense" ; dia:expectedRows 0 }
