// Tells operations when the month's cost nears its ceiling. It stops nothing: a crisis is no time to switch off.
param name string

@description('Ceiling a month in the currency of the bill.')
@minValue(1)
param monthlyCeiling int

@description('First day of the month in which the budget was made, yyyy-MM-01. It may not change afterwards.')
param startDate string

param actionGroupId string
param mails string[]

var steps = [
  { name: 'half', type: 'Actual', percent: 50 }
  { name: 'most', type: 'Actual', percent: 80 }
  { name: 'all', type: 'Actual', percent: 100 }
  { name: 'forecast', type: 'Forecasted', percent: 100 }
]

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    timeGrain: 'Monthly'
    amount: monthlyCeiling
    timePeriod: {
      startDate: startDate
    }
    notifications: toObject(
      steps,
      step => step.name,
      step => {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: step.percent
        thresholdType: step.type
        contactEmails: mails
        contactGroups: [actionGroupId]
      }
    )
  }
}
