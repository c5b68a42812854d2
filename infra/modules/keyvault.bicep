// Secrets that no identity can replace: addresses and passwords of others, and keys that the app signs with.
param name string
param location string
param tags object
param publicNetwork bool
param workspaceId string

@description('Values of the secrets to write, as { name: value }.')
@secure()
param values object

@description('Which of them are written. Names may show in a deployment, what they hold may not.')
param names string[]

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: publicNetwork ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: publicNetwork ? 'Allow' : 'Deny'
    }
  }
}

// Written by the control plane, so that a first deployment needs no data role and no way into a closed network.
resource secret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = [
  for name in names: {
    parent: vault
    name: name
    properties: {
      value: values[name]
    }
  }
]

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
