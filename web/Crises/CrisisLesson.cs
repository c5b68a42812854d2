namespace Crisis.Web.Crises;

/// <summary>A similar case: what it is called, where it is told, and what it shares with this crisis.</summary>
public sealed record CrisisLesson(string Title, string Href, string Why);
