// Sentiment by Azure AI Language, reached by identity alone.
param name string
param location string
param tags object
param publicNetwork bool

@description('F0 is free and small (one account a subscription, 5,000 records a month); S is billed by use.')
@allowed(['F0', 'S'])
param sku string

resource account 'Microsoft.CognitiveServices/accounts@2026-07-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: {
    name: sku
  }
  properties: {
    // Tokens of an identity are accepted under a domain of its own only.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: publicNetwork ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: publicNetwork ? 'Allow' : 'Deny'
    }
    restrictOutboundNetworkAccess: true
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.endpoint
