namespace Crisis.Core.Storage;

/// <summary>One row as read: its keys, its body (JSON as a rule) and the tag that changes with every write.</summary>
public sealed record StoredRow(string Partition, string Row, string Body, string ETag);
