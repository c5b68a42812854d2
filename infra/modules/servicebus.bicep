// Escalations travel here: a second message with the same id is dropped, one that can't be handled is set aside.
param name string
param location string
param tags object

@description('Premium is needed for private endpoints; Standard is the least that detects duplicates.')
@allowed(['Standard', 'Premium'])
param sku string

param publicNetwork bool
param queueName string

@description('How long a message id is remembered. An escalation is sent again until its row says that it was handed over, at most for hours.')
param duplicateWindow string = 'P1D'

@description('Attempts before a message is set aside as dead.')
param maxDeliveryCount int = 10

param workspaceId string

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
    tier: sku
    capacity: sku == 'Premium' ? 1 : null
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: publicNetwork ? 'Enabled' : 'Disabled'
  }
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = {
  parent: namespace
  name: queueName
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: duplicateWindow
    deadLetteringOnMessageExpiration: true
    maxDeliveryCount: maxDeliveryCount
    defaultMessageTimeToLive: 'P14D'
    lockDuration: 'PT1M'
    enablePartitioning: false
    maxSizeInMegabytes: 1024
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'OperationalLogs'
        enabled: true
      }
    ]
  }
}

output id string = namespace.id
output name string = namespace.name
output queueName string = queue.name
// The endpoint is given as https://name.servicebus…:443/ in every cloud.
output hostName string = split(replace(namespace.properties.serviceBusEndpoint, 'https://', ''), ':')[0]
