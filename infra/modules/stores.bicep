// What the app keeps, sends, asks and looks up: one place that says whether it is open to the outside.
param names {
  storage: string
  serviceBus: string
  language: string
  keyVault: string
}
param location string
param tags object
param zoneRedundancy bool
param geoRedundancy bool

@description('False when they are reached through private endpoints alone; makes Service Bus Premium, which alone can do it.')
param publicNetwork bool

param containers string[]

@description('Queues of work; each gets one for its poison messages.')
param workQueues string[]

param escalationQueue string
param languageSku string
param workspaceId string

@description('Values of the secrets to write, as { name: value }.')
@secure()
param secretValues object

@description('Which of them are written.')
param secretsToWrite string[]

module storage 'storage.bicep' = {
  params: {
    name: names.storage
    location: location
    tags: tags
    zoneRedundancy: zoneRedundancy
    geoRedundancy: geoRedundancy
    publicNetwork: publicNetwork
    containers: containers
    queues: flatten(map(workQueues, queue => [queue, '${queue}-poison']))
  }
}

module serviceBus 'servicebus.bicep' = {
  params: {
    name: names.serviceBus
    location: location
    tags: tags
    sku: publicNetwork ? 'Standard' : 'Premium'
    publicNetwork: publicNetwork
    queueName: escalationQueue
    workspaceId: workspaceId
  }
}

module language 'language.bicep' = {
  params: {
    name: names.language
    location: location
    tags: tags
    publicNetwork: publicNetwork
    sku: languageSku
  }
}

module keyVault 'keyvault.bicep' = {
  params: {
    name: names.keyVault
    location: location
    tags: tags
    publicNetwork: publicNetwork
    workspaceId: workspaceId
    values: secretValues
    names: secretsToWrite
  }
}

output storageId string = storage.outputs.id
output storageName string = storage.outputs.name
output blobEndpoint string = storage.outputs.blobEndpoint
output serviceBusId string = serviceBus.outputs.id
output serviceBusName string = serviceBus.outputs.name
output serviceBusHost string = serviceBus.outputs.hostName
output escalationQueueName string = serviceBus.outputs.queueName
output languageId string = language.outputs.id
output languageName string = language.outputs.name
output languageEndpoint string = language.outputs.endpoint
output keyVaultId string = keyVault.outputs.id
output keyVaultName string = keyVault.outputs.name
output vaultUri string = keyVault.outputs.uri
