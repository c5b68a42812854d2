namespace Crisis.Core.Storage;

public sealed record StoredBlob(string Name, ReadOnlyMemory<byte> Content, string ContentType, string ETag);
