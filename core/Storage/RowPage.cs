namespace Crisis.Core.Storage;

/// <summary>A page of a range; <see cref="Continuation"/> is null on the last page. A page may be empty and not the last.</summary>
public sealed record RowPage(IReadOnlyList<StoredRow> Rows, string? Continuation);
