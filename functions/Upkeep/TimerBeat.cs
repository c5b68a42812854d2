namespace Crisis.Functions.Upkeep;

/// <summary>A timer function and when it last ran, UTC.</summary>
public sealed record TimerBeat(string Timer, DateTimeOffset At);
