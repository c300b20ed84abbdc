INSERT DATA { hypothesis:C0001 a dia:Hypothesis ; dia:netSign dia:Neutral ; dia:stepCount 1 }
