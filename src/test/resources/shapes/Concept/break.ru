DELETE WHERE { dia:Cell rdfs:label ?label ; obo:IAO_0000115 ?definition ; rdfs:subClassOf ?parent } ;
INSERT DATA { dia:Cell rdfs:label "cell"@en , "unit"@en ; obo:IAO_0000115 "Eine Zelle."@de . dia:nothing dia:ancestor obo:CL_0000000 }
