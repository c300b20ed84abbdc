DELETE WHERE { dia:treats rdfs:label ?label } ;
INSERT DATA { dia:treats dia:claimKind dia:RiskClaim ; dia:sign dia:Raises , dia:Beneficial ; dia:subjectKind dia:Affirmed }
