using 'main.bicep'

// For a brand that relies on it: warm instances, three zones, a copy in the paired region, stores closed to the outside.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param operationsMails = split(readEnvironmentVariable('CRISIS_OPERATIONS_MAIL', 'operations@example.com'), ',')
param entraClientId = readEnvironmentVariable('CRISIS_ENTRA_CLIENT_ID', '')
param publicUrl = readEnvironmentVariable('CRISIS_PUBLIC_ADDRESS', '')
param budgetStart = readEnvironmentVariable('CRISIS_BUDGET_START', '2026-12-01')
param canaryWatch = readEnvironmentVariable('CRISIS_CANARY_WATCH', '')

param mail = {
  host: readEnvironmentVariable('CRISIS_SMTP_HOST', '')
  port: int(readEnvironmentVariable('CRISIS_SMTP_PORT', '587'))
  security: readEnvironmentVariable('CRISIS_SMTP_SECURITY', 'starttls') == 'ssl' ? 'ssl' : 'starttls'
  user: readEnvironmentVariable('CRISIS_SMTP_USER', '')
  from: readEnvironmentVariable('CRISIS_SMTP_FROM', '')
}

// Names only: what the configuration calls secret:<name>; the word none for no further ones.
param secretNames = filter(split(readEnvironmentVariable('CRISIS_SECRET_NAMES', 'teams-crisis'), ','), name => name != 'none')

// Given once, at the first deployment or a change; empty leaves the vault as it is.
var given = {
  'link-key': readEnvironmentVariable('CRISIS_NEW_LINK_KEY', '')
  'link-key-previous': readEnvironmentVariable('CRISIS_NEW_LINK_KEY_PREVIOUS', '')
  'author-key': readEnvironmentVariable('CRISIS_NEW_AUTHOR_KEY', '')
  'push-key': readEnvironmentVariable('CRISIS_NEW_PUSH_KEY', '')
  'operations-key': readEnvironmentVariable('CRISIS_NEW_OPERATIONS_KEY', '')
  'smtp-password': readEnvironmentVariable('CRISIS_NEW_SMTP_PASSWORD', '')
  'teams-crisis': readEnvironmentVariable('CRISIS_NEW_TEAMS_URL', '')
}
param secretValues = given
param secretsToWrite = map(filter(items(given), secret => !empty(secret.value)), secret => secret.key)

param durableBackend = 'storage'
param networkIsolation = readEnvironmentVariable('CRISIS_NETWORK_ISOLATION', 'true') == 'true'
param zoneRedundancy = true
param geoRedundancy = true
// Zone redundancy asks for two warm instances a group, so that one survives the loss of a zone.
param alwaysReadyHttp = 2
param alwaysReadyDurable = 2
param maximumInstances = 100
param logRetentionDays = 90
param logDailyQuotaGb = 5
param monthlySpendCeiling = 2000
param sentimentDocumentsPerMinute = 1000
param sentimentDocumentsPerDay = 100000
