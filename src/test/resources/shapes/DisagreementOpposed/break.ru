INSERT DATA { disagreement:C0002-1-2 dia:between evidence:C0002-1 , evidence:C0002-2 }
