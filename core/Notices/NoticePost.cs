namespace Crisis.Core.Notices;

/// <summary>A telling post as a notice shows it: one line of harmless text, and who wrote it where and when.</summary>
public sealed record NoticePost(string Text, string Origin);
