DELETE DATA { claim:C0001 dia:restates claim:C0011 }
