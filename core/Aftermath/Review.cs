namespace Crisis.Core.Aftermath;

/// <summary>Somebody looked through roster, ladder or a playbook and found it right, or put it right.</summary>
/// <param name="What"><c>roster</c>, <c>ladder</c> or <c>playbook:complaint-wave</c>.</param>
/// <param name="Crisis">The crisis after which it was done; null when there was none.</param>
public sealed record Review(string Team, string What, string By, DateTimeOffset At, string? Crisis = null);
