// Shapes of what is said in the parameter files.

@export()
@description('Names that differ from the rule <kind>-<baseName>-<token>.')
type resourceNames = {
  resourceGroup: string?
  identity: string?
  storage: string?
  serviceBus: string?
  language: string?
  keyVault: string?
  workspace: string?
  insights: string?
  plan: string?
  app: string?
  network: string?
  scheduler: string?
}

@export()
@description('The mail server. An empty host sends no mail.')
type mailServer = {
  host: string
  port: int
  @description('none, starttls or ssl')
  security: 'none' | 'starttls' | 'ssl'
  user: string
  from: string
}
