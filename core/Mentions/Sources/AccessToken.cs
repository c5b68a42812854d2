namespace Crisis.Core.Mentions.Sources;

/// <summary>What a sign-in gave, and until when it holds, UTC.</summary>
public sealed record AccessToken(string Value, DateTimeOffset Until);
