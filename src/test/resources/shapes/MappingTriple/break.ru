DELETE WHERE { dia:StemCell skos:exactMatch ?match }
