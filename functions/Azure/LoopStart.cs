namespace Crisis.Functions.Azure;

/// <summary>Who starts the loop of a crisis, and since when, UTC.</summary>
internal sealed record LoopStart(string By, DateTimeOffset At);
