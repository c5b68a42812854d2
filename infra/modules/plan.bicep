// Flex Consumption: billed by use, scaled by each trigger.
param name string
param location string
param tags object
param zoneRedundancy bool

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundancy
  }
}

output id string = plan.id
