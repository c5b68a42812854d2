namespace Crisis.Core.Aftermath;

/// <summary>Somebody looked at roster, ladder or a playbook and found it right, or put it right.</summary>
/// <param name="What"><c>roster</c>, <c>ladder</c> or <c>playbook</c>.</param>
/// <param name="About">The team's id; of a playbook its kind.</param>
/// <param name="Crisis">After which crisis; null when none asked for it.</param>
public sealed record Review(string What, string About, string By, DateTimeOffset At, string? Crisis = null, string? Text = null);
