INSERT DATA {
  claim:C0001 dia:exampleOf claim:C0001 .
  claim:C0002 dia:restates claim:C0002 .
  claim:C0005 dia:inTensionWith claim:C0005 .
}
