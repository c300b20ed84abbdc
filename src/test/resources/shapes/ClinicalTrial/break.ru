DELETE WHERE { trial:NCT00000001 dia:startYear ?year } ;
INSERT DATA { trial:NCT00000001 dia:startYear 2030 ; dia:phase dia:Completed ; schema:healthCondition "kidney" }
