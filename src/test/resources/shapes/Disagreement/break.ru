INSERT DATA { disagreement:C0001-1-2 dia:between evidence:C0002-1 ; dia:differsIn dia:finding }
