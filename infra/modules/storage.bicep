// Mentions, crises, queues, configuration, reports, the Durable hub and the app's package.
param name string
param location string
param tags object

@description('Copies in the three zones of the region.')
param zoneRedundancy bool

@description('A copy in the paired region, from which a lost region is restored.')
param geoRedundancy bool

@description('False when the account is reached through private endpoints alone.')
param publicNetwork bool

@description('Containers that must be there before the app starts; tables and queues are made by the app when it first needs them.')
param containers string[]

@description('Queues that must be there before the app starts: the platform watches them to wake it.')
param queues string[]

var skuName = zoneRedundancy ? (geoRedundancy ? 'Standard_GZRS' : 'Standard_ZRS') : (geoRedundancy ? 'Standard_GRS' : 'Standard_LRS')

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: skuName
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: publicNetwork ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: publicNetwork ? 'Allow' : 'Deny'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    // Long enough to undo a mistake; short, because what was erased must be gone. No versions, for the same reason.
    deleteRetentionPolicy: {
      enabled: true
      days: 7
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 7
    }
    isVersioningEnabled: false
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = [
  for name in containers: {
    parent: blobs
    name: name
    properties: {
      publicAccess: 'None'
    }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2026-06-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2026-06-01' = [
  for name in queues: {
    parent: queueService
    name: name
  }
]

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
