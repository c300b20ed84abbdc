DELETE WHERE { claim:C0006 dia:comparisonAspect ?aspect }
