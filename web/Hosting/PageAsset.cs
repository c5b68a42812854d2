namespace Crisis.Web.Hosting;

/// <summary>One embedded file with its media type and tag.</summary>
public sealed record PageAsset(ReadOnlyMemory<byte> Body, string Type, string ETag);
