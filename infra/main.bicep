// Crisis.Serverless on Azure, everything in one resource group. See docs/deploy.md.
targetScope = 'subscription'

import { mailServer, resourceNames } from 'modules/types.bicep'

@description('Name of this environment, such as dev or prod; part of every name.')
@minLength(2)
@maxLength(24)
param environmentName string

@description('Region of all resources.')
param location string

@description('Short word that names begin with, lower-case letters.')
@minLength(2)
@maxLength(7)
param baseName string = 'crisis'

@description('Names that differ from the rule <kind>-<baseName>-<token>.')
param names resourceNames = {}

@description('Where orchestrations keep their state.')
@allowed(['storage', 'scheduler'])
param durableBackend string = 'storage'

@description('Size of the Durable Task Scheduler, if it is the backend.')
@allowed(['Consumption', 'Dedicated'])
param schedulerSku string = 'Consumption'

@description('How escalations travel: Service Bus, or a queue of the storage account.')
@allowed(['service-bus', 'queue'])
param escalationTransport string = 'service-bus'

@description('Stores behind private endpoints, the app in a virtual network. Makes Service Bus Premium, which alone can do it.')
param networkIsolation bool = false

@description('Addresses of the virtual network, if there is one; a /24 at least.')
param networkAddressPrefix string = '10.42.0.0/24'

@description('App and storage in the three zones of the region.')
param zoneRedundancy bool = false

@description('Storage copied to the paired region.')
param geoRedundancy bool = false

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('GB of logs a day at most.')
@minValue(1)
param logDailyQuotaGb int = 1

@description('Ceiling of the month\'s cost, in the currency of the bill, at which operations are told.')
@minValue(1)
param monthlySpendCeiling int

@description('First day of the month in which the budget was made, yyyy-MM-01.')
param budgetStart string

@description('Who runs this: told by alert rules, and by the app\'s own watchdog.')
@minLength(1)
param operationsMails string[]

@description('Client id of an app registration; with it the pages ask for a sign-in by Entra ID, without it for a personal link by mail.')
param entraClientId string = ''

@description('Address under which people reach the pages; empty for the app\'s own.')
param publicUrl string = ''

@description('Instances kept warm for pages and push.')
@minValue(0)
param alwaysReadyHttp int = 0

@description('Instances kept warm for orchestrations.')
@minValue(0)
param alwaysReadyDurable int = 0

@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@allowed(['F0', 'S'])
param languageSku string = 'S'

@description('Documents a minute that the app sends to the Language account, all instances together.')
@minValue(10)
param sentimentDocumentsPerMinute int = 1000

@description('Documents a day that may be paid for; above it the embedded analyser scores.')
@minValue(0)
param sentimentDocumentsPerDay int = 100000

@description('Watch that gets the daily canary mention; empty for none.')
param canaryWatch string = ''

@description('The mail server. An empty host sends no mail.')
param mail mailServer = { host: '', port: 587, security: 'starttls', user: '', from: '' }

@description('Secrets that watches and teams name as secret:<name>, beside those that the app always needs. Each must be in the vault.')
param secretNames string[] = ['teams-crisis']

@description('Values of the secrets to write, as { name: value }.')
@secure()
param secretValues object = {}

@description('Which of them are written; the others stay in the vault as they are. Names are no secret, and a loop must know them beforehand.')
param secretsToWrite string[] = []

param tags object = {}

var token = uniqueString(subscription().id, environmentName, location)
var groupName = names.?resourceGroup ?? 'rg-${baseName}-${environmentName}'
var allTags = union(tags, { 'azd-env-name': environmentName, product: 'crisis-serverless' })
var packageContainer = 'app-package'
var configContainer = 'config'
var escalationQueue = 'escalations'
var taskHubName = 'crisis'
var assertionSetting = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

// Made by the hook or by hand before the first deployment; the app does not start without them.
var neededSecrets = ['link-key', 'link-key-previous', 'author-key', 'push-key', 'operations-key']
var allSecretNames = union(neededSecrets, empty(mail.host) ? [] : ['smtp-password'], secretNames)

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: groupName
  location: location
  tags: allTags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: names.?identity ?? 'id-${baseName}-${token}'
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: names.?workspace ?? 'log-${baseName}-${token}'
    insightsName: names.?insights ?? 'appi-${baseName}-${token}'
    location: location
    tags: allTags
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

module stores 'modules/stores.bicep' = {
  scope: group
  params: {
    names: {
      storage: names.?storage ?? 'st${baseName}${token}'
      serviceBus: names.?serviceBus ?? 'sb-${baseName}-${token}'
      language: names.?language ?? 'lang-${baseName}-${token}'
      keyVault: names.?keyVault ?? 'kv-${baseName}-${token}'
    }
    location: location
    tags: allTags
    zoneRedundancy: zoneRedundancy
    geoRedundancy: geoRedundancy
    publicNetwork: !networkIsolation
    containers: [packageContainer, configContainer, 'crisis']
    workQueues: ['pulls', 'mentions', escalationQueue]
    escalationQueue: escalationQueue
    languageSku: languageSku
    workspaceId: monitoring.outputs.workspaceId
    secretValues: secretValues
    secretsToWrite: secretsToWrite
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableBackend == 'scheduler') {
  scope: group
  params: {
    name: names.?scheduler ?? 'dts-${baseName}-${token}'
    location: location
    tags: allTags
    taskHubName: taskHubName
    sku: schedulerSku
  }
}

module isolation 'modules/isolation.bicep' = if (networkIsolation) {
  scope: group
  params: {
    networkName: names.?network ?? 'vnet-${baseName}-${token}'
    location: location
    tags: allTags
    addressPrefix: networkAddressPrefix
    storageId: stores.outputs.storageId
    keyVaultId: stores.outputs.keyVaultId
    languageId: stores.outputs.languageId
    serviceBusId: stores.outputs.serviceBusId
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: stores.outputs.storageName
    serviceBusName: stores.outputs.serviceBusName
    escalationQueueName: stores.outputs.escalationQueueName
    languageName: stores.outputs.languageName
    keyVaultName: stores.outputs.keyVaultName
    insightsName: monitoring.outputs.insightsName
    schedulerName: scheduler.?outputs.name ?? ''
  }
}

module settings 'modules/settings.bicep' = {
  scope: group
  params: {
    identityClientId: identity.outputs.clientId
    storageName: stores.outputs.storageName
    serviceBusHost: stores.outputs.serviceBusHost
    escalationTransport: escalationTransport
    configContainer: configContainer
    languageEndpoint: stores.outputs.languageEndpoint
    sentimentDocumentsPerMinute: sentimentDocumentsPerMinute
    sentimentDocumentsPerDay: sentimentDocumentsPerDay
    operationsMail: operationsMails[0]
    canaryWatch: canaryWatch
    mail: mail
    vaultUri: stores.outputs.vaultUri
    secretNames: allSecretNames
    insightsConnection: monitoring.outputs.connectionString
    useScheduler: durableBackend == 'scheduler'
    schedulerEndpoint: scheduler.?outputs.endpoint ?? ''
    taskHubName: taskHubName
    entraSignIn: !empty(entraClientId)
    assertionSettingName: assertionSetting
  }
}

module hosting 'modules/hosting.bicep' = {
  scope: group
  params: {
    planName: names.?plan ?? 'plan-${baseName}-${token}'
    appName: names.?app ?? 'func-${baseName}-${token}'
    location: location
    tags: allTags
    zoneRedundancy: zoneRedundancy
    identityId: identity.outputs.id
    packageContainerUrl: '${stores.outputs.blobEndpoint}${packageContainer}'
    alwaysReadyHttp: alwaysReadyHttp
    alwaysReadyDurable: alwaysReadyDurable
    maximumInstances: maximumInstances
    instanceMemoryMB: instanceMemoryMB
    // With the subnet come the private names of the stores: the app looks its secrets up when it starts.
    subnetId: isolation.?outputs.appSubnetId ?? ''
    settings: settings.outputs.values
    publicUrl: publicUrl
    entraClientId: entraClientId
    assertionSettingName: assertionSetting
  }
  // For the same reason.
  dependsOn: [roles]
}

module operations 'modules/operations.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    prefix: '${baseName}-${environmentName}'
    workspaceId: monitoring.outputs.workspaceId
    serviceBusId: stores.outputs.serviceBusId
    languageId: stores.outputs.languageId
    mails: operationsMails
    monthlyCeiling: monthlySpendCeiling
    budgetStart: budgetStart
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output CRISIS_APP_NAME string = hosting.outputs.appName
output CRISIS_PUBLIC_URL string = hosting.outputs.publicUrl
output CRISIS_STORAGE_ACCOUNT string = stores.outputs.storageName
output CRISIS_CONFIG_CONTAINER string = configContainer
output CRISIS_KEY_VAULT string = stores.outputs.keyVaultName
output CRISIS_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
