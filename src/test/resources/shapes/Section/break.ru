DELETE WHERE { section:S6 dia:firstLine ?line } ;
INSERT DATA { section:S6 dia:firstLine 60 ; dia:sectionTopic dia:Diabetes }
