DELETE DATA { claim:C0003 dia:inTensionWith claim:C0004 }
