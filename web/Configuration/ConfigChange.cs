namespace Crisis.Web.Configuration;

/// <summary>Who changed which file when, and how many lines; the text before is kept, so that a change can be taken back.</summary>
public sealed record ConfigChange(string Id, DateTimeOffset At, string By, string File, int Added, int Removed, string Before);
