namespace Crisis.Core.Aftermath.Charts;

/// <summary>A moment marked in a chart: what happened (a text key <c>moment.{Key}</c>) and when, UTC.</summary>
public sealed record ChartMoment(string Key, DateTimeOffset At);
