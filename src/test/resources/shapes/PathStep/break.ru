INSERT DATA { hypothesis:step-9-C0001 a dia:PathStep ; dia:stepNumber 9 ; dia:stepClaim dia:Repair }
