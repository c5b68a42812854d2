// The Durable Task Scheduler, for those who choose it over the storage account as the orchestrations' backend.
param name string
param location string
param tags object
param taskHubName string

@allowed(['Consumption', 'Dedicated'])
param sku string

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: sku
      capacity: sku == 'Dedicated' ? 1 : null
    }
    // An empty list would refuse everybody. Who comes in still needs a token and a role.
    ipAllowlist: ['0.0.0.0/0']
  }
}

resource taskHub 'Microsoft.DurableTask/schedulers/taskHubs@2026-02-01' = {
  parent: scheduler
  name: taskHubName
  properties: {}
}

output name string = scheduler.name
output endpoint string = scheduler.properties.endpoint
output taskHubName string = taskHub.name
