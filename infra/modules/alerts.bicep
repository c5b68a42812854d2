// Watches from outside the app: these rules speak when the app itself no longer can.
param location string
param tags object
param prefix string
param workspaceId string
param serviceBusId string
param languageId string

@description('Who is told, by mail.')
param mails string[]

@description('Metrics that the app sends; the same names stand in its code.')
param metricNames {
  heartbeat: string
  noticesFailed: string
}

@description('Failed runs of functions in a quarter of an hour that are still taken as retries doing their work.')
param tolerableFailures int = 5

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-operations'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'crisis-ops'
    emailReceivers: [
      for mail in mails: {
        name: mail
        emailAddress: mail
        useCommonAlertSchema: true
      }
    ]
  }
}

var queryRules = [
  {
    name: 'heartbeat-missing'
    severity: 0
    description: 'The watchdog has not reported for a quarter of an hour: timers, the app or its telemetry stand still. Nobody is watching.'
    query: 'AppMetrics | where Name == "${metricNames.heartbeat}" | summarize Value = countif(Sum > 0)'
    operator: 'LessThan'
    threshold: 1
    window: 'PT15M'
  }
  {
    name: 'functions-failed'
    severity: 1
    description: 'More runs of functions failed in 15 minutes than retries explain.'
    query: 'AppRequests | where Success == false | summarize Value = sum(ItemCount)'
    operator: 'GreaterThan'
    threshold: tolerableFailures
    window: 'PT15M'
  }
  {
    name: 'notices-failed'
    severity: 0
    description: 'A notice to a person could not be delivered: somebody who should know of a crisis may not.'
    query: 'AppMetrics | where Name == "${metricNames.noticesFailed}" | summarize Value = sum(Sum)'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
]

resource queryRule 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in queryRules: {
    name: '${prefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${prefix} ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      // A mail for the start and one for the end.
      autoMitigate: true
      // The tables are empty before the app has spoken for the first time.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Total'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]

var metricRules = [
  {
    name: 'dead-letters'
    severity: 1
    description: 'An escalation could not be handled and was set aside: see the board, then `crisis queue replay`.'
    scope: serviceBusId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'DeadletteredMessages'
    aggregation: 'Maximum'
    threshold: 0
  }
  {
    name: 'sentiment-throttled'
    severity: 2
    description: 'The Language account refuses calls over its limit: mentions are scored by the embedded analyser meanwhile.'
    scope: languageId
    namespace: 'Microsoft.CognitiveServices/accounts'
    metric: 'BlockedCalls'
    aggregation: 'Total'
    threshold: 0
  }
]

resource metricRule 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for rule in metricRules: {
    name: '${prefix}-${rule.name}'
    location: 'global'
    tags: tags
    properties: {
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [rule.scope]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: rule.name
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: rule.namespace
            metricName: rule.metric
            timeAggregation: rule.aggregation
            operator: 'GreaterThan'
            threshold: rule.threshold
          }
        ]
      }
      actions: [
        {
          actionGroupId: people.id
        }
      ]
    }
  }
]

output actionGroupId string = people.id
