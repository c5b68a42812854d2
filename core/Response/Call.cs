namespace Crisis.Core.Response;

/// <summary>One person called in a round of the ladder.</summary>
public sealed record Call(string Person, DateTimeOffset At, int Reminders, DateTimeOffset? RemindedAt);
