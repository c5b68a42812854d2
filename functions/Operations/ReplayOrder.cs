namespace Crisis.Functions.Operations;

/// <summary>Which poison messages are to be put back; none named: all.</summary>
internal sealed record ReplayOrder(IReadOnlyList<string>? Ids);
