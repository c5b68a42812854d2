namespace Crisis.Core.Detection;

/// <summary>A finding that was made: of which event, in which window, how large, and whether it was handed over.</summary>
public sealed record ToldSignal(string Id, DateTimeOffset Since, DateTimeOffset Window, double Observed, bool Escalated);
