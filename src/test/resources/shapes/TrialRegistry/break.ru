DELETE WHERE { registry:MadeUpRegistry foaf:homepage ?address }
