// The plan, the app on it, and the sign-in in front of it.
param planName string
param appName string
param location string
param tags object
param zoneRedundancy bool
param identityId string
param packageContainerUrl string
param alwaysReadyHttp int
param alwaysReadyDurable int
param maximumInstances int
param instanceMemoryMB int

@description('Empty without network isolation.')
param subnetId string

param settings object

@description('Address under which people reach the pages; empty for the app\'s own.')
param publicUrl string

@description('Client id of an app registration; without it the app signs people in by itself.')
param entraClientId string

param assertionSettingName string

module plan 'plan.bicep' = {
  params: {
    name: planName
    location: location
    tags: tags
    zoneRedundancy: zoneRedundancy
  }
}

module app 'app.bicep' = {
  params: {
    name: appName
    location: location
    tags: tags
    planId: plan.outputs.id
    identityId: identityId
    packageContainerUrl: packageContainerUrl
    alwaysReady: filter(
      [
        { name: 'http', instanceCount: alwaysReadyHttp }
        { name: 'durable', instanceCount: alwaysReadyDurable }
      ],
      group => group.instanceCount > 0
    )
    maximumInstances: maximumInstances
    instanceMemoryMB: instanceMemoryMB
    subnetId: subnetId
    publicUrl: publicUrl
    settings: settings
  }
}

module auth 'auth.bicep' = if (!empty(entraClientId)) {
  params: {
    appName: app.outputs.name
    clientId: entraClientId
    excludedPaths: map(loadJsonContent('../auth-paths.json').excluded, entry => entry.path)
    assertionSettingName: assertionSettingName
  }
}

output appName string = app.outputs.name
output publicUrl string = app.outputs.publicUrl
