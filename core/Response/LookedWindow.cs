namespace Crisis.Core.Response;

/// <summary>A window that was searched for complaints when it had so many mentions; it is searched again when it has others.</summary>
/// <param name="Start">UTC.</param>
public readonly record struct LookedWindow(DateTimeOffset Start, int Mentions);
