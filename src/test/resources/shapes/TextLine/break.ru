DELETE WHERE { line:L1 dia:lineHash ?hash ; dia:lineRole ?role } ;
INSERT DATA { line:L1 dia:lineHash "none" ; dia:lineRole "Poem" ; dia:lineNumber 99 . line:L100 a dia:TextLine }
