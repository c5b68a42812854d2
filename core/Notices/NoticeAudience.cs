namespace Crisis.Core.Notices;

/// <summary>Who reads a notice.</summary>
/// <param name="Language">Two-letter code.</param>
/// <param name="Team">A channel that many read, and not one person.</param>
/// <param name="Intended">Name of the person it was meant for, when this channel takes another's place.</param>
public sealed record NoticeAudience(string Language, bool Team, string? Intended = null);
