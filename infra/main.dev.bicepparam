using 'main.bicep'

// To try things out: the least that runs. The first page after a quiet time waits for a cold start.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
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
param networkIsolation = false
param zoneRedundancy = false
param geoRedundancy = false
param alwaysReadyHttp = 0
param alwaysReadyDurable = 0
param maximumInstances = 40
param logRetentionDays = 30
param logDailyQuotaGb = 1
param monthlySpendCeiling = 50
param sentimentDocumentsPerMinute = 200
param sentimentDocumentsPerDay = 5000
