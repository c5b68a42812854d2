// What tells those who run this: rules that watch from outside the app, and the ceiling of the month's cost.
param location string
param tags object

@description('What the names of rules and budget begin with.')
param prefix string

param workspaceId string
param serviceBusId string
param languageId string
param mails string[]
param monthlyCeiling int
param budgetStart string

module alerts 'alerts.bicep' = {
  params: {
    location: location
    tags: tags
    prefix: prefix
    workspaceId: workspaceId
    serviceBusId: serviceBusId
    languageId: languageId
    mails: mails
    metricNames: {
      heartbeat: 'crisis.heartbeat'
      noticesFailed: 'crisis.notices.failed'
    }
  }
}

module spend 'spend.bicep' = {
  params: {
    name: '${prefix}-month'
    monthlyCeiling: monthlyCeiling
    startDate: budgetStart
    actionGroupId: alerts.outputs.actionGroupId
    mails: mails
  }
}
