namespace Crisis.Core.Storage;

/// <summary>One write of a transaction. <see cref="Body"/> is null for a deletion.</summary>
public readonly record struct RowWrite(RowWriteKind Kind, string Row, string? Body, string? ETag)
{
    /// <summary>Writes a row that must not be there yet.</summary>
    public static RowWrite Insert(string row, string body) => new(RowWriteKind.Insert, row, body, null);

    /// <summary>Writes a row whether it is there or not.</summary>
    public static RowWrite Upsert(string row, string body) => new(RowWriteKind.Upsert, row, body, null);

    /// <summary>Writes a row that must be there with this tag.</summary>
    public static RowWrite Replace(string row, string body, string etag) => new(RowWriteKind.Replace, row, body, etag);

    /// <summary>Deletes a row that must be there; with a tag, only that version.</summary>
    public static RowWrite Delete(string row, string? etag = null) => new(RowWriteKind.Delete, row, null, etag);
}
