namespace Crisis.Functions.Operations;

/// <summary>Whose texts, handle and ids are to go: a handle or native id.</summary>
internal sealed record ErasureOrder(string? Author);
