// Every setting that the app reads on Azure. local.settings.sample.json names the same ones for a machine; a test compares the two.
import { mailServer } from 'types.bicep'

param identityClientId string
param storageName string
param serviceBusHost string

@allowed(['service-bus', 'queue'])
param escalationTransport string

param configContainer string
param languageEndpoint string
param sentimentDocumentsPerMinute int
param sentimentDocumentsPerDay int
param operationsMail string
param canaryWatch string
param mail mailServer
param vaultUri string

@description('Names in the vault; secret:teams-crisis of a team is read from the setting CRISIS_SECRET_TEAMS_CRISIS.')
param secretNames string[]

param insightsConnection string

param useScheduler bool

@description('Empty when orchestrations live in the storage account.')
param schedulerEndpoint string

param taskHubName string
param entraSignIn bool
param assertionSettingName string

var connections = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  ServiceBus__fullyQualifiedNamespace: serviceBusHost
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

// Exactly one of the two triggers runs; the app checks at start that they agree with the transport.
var escalation = {
  Crisis__Escalations: escalationTransport
  'AzureWebJobs.Escalate.Disabled': escalationTransport == 'service-bus' ? 'false' : 'true'
  'AzureWebJobs.EscalateFromQueue.Disabled': escalationTransport == 'service-bus' ? 'true' : 'false'
}

var product = {
  // The board is at the root, where the host would show its own page.
  AzureWebJobsDisableHomepage: 'true'
  Crisis__ConfigContainer: configContainer
  Crisis__LanguageEndpoint: languageEndpoint
  Crisis__SentimentDocumentsPerMinute: string(sentimentDocumentsPerMinute)
  Crisis__SentimentDocumentsPerDay: string(sentimentDocumentsPerDay)
  Crisis__OperationsMail: operationsMail
  Crisis__CanaryWatch: canaryWatch
  Crisis__SignIn: entraSignIn ? 'entra' : 'mail'
  CRISIS_SMTP_HOST: mail.host
  CRISIS_SMTP_PORT: string(mail.port)
  CRISIS_SMTP_SECURITY: mail.security
  CRISIS_SMTP_USER: mail.user
  CRISIS_SMTP_FROM: mail.from
}

var secrets = toObject(
  secretNames,
  name => 'CRISIS_SECRET_${toUpper(replace(replace(name, '-', '_'), '.', '_'))}',
  name => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${name})'
)

// The scheduler replaces the hub of host.json by settings alone.
var scheduler = !useScheduler
  ? {}
  : {
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};TaskHub=${taskHubName};Authentication=ManagedIdentity;ClientID=${identityClientId}'
      TASKHUB_NAME: taskHubName
      AzureFunctionsJobHost__extensions__durableTask__hubName: taskHubName
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
    }

var signIn = entraSignIn ? { '${assertionSettingName}': identityClientId } : {}

output values object = union(connections, escalation, product, secrets, scheduler, signIn)
