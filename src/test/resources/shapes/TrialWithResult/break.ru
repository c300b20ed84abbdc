DELETE DATA { evidence:C0005-3 dia:direction dia:Background } ;
INSERT DATA { evidence:C0005-3 dia:direction dia:Supports }
