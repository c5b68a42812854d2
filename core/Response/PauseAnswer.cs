namespace Crisis.Core.Response;

/// <summary>What a scheduler answered to one question, kept so that a repeat does not ask again.</summary>
public sealed record PauseAnswer(string Key, string Channel, string Answer, DateTimeOffset At);
