// The virtual network of the app, and in it a private address for each of its stores.
param networkName string
param location string
param tags object
param addressPrefix string
param storageId string
param keyVaultId string
param languageId string
param serviceBusId string

module network 'network.bicep' = {
  params: {
    name: networkName
    location: location
    tags: tags
    addressPrefix: addressPrefix
  }
}

module endpoints 'endpoints.bicep' = {
  params: {
    networkId: network.outputs.id
    subnetId: network.outputs.endpointSubnetId
    location: location
    tags: tags
    targets: [
      { name: 'blob', resourceId: storageId, group: 'blob', zone: 'privatelink.blob.${environment().suffixes.storage}' }
      { name: 'queue', resourceId: storageId, group: 'queue', zone: 'privatelink.queue.${environment().suffixes.storage}' }
      { name: 'table', resourceId: storageId, group: 'table', zone: 'privatelink.table.${environment().suffixes.storage}' }
      { name: 'vault', resourceId: keyVaultId, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
      { name: 'language', resourceId: languageId, group: 'account', zone: 'privatelink.cognitiveservices.azure.com' }
      { name: 'servicebus', resourceId: serviceBusId, group: 'namespace', zone: 'privatelink.servicebus.windows.net' }
    ]
  }
}

output appSubnetId string = network.outputs.appSubnetId
