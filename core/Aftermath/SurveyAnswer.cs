namespace Crisis.Core.Aftermath;

/// <summary>What one affected customer said: 1 (bad) to 5 (good), and a comment of at most 1,000 characters.</summary>
public sealed record SurveyAnswer(string Id, int Rating, string? Comment, string? Language, DateTimeOffset At);
