namespace Crisis.Core.Storage;

/// <summary>What a retention run took away: tables dropped whole, and single rows.</summary>
public sealed record RetentionReport(IReadOnlyList<string> Tables, int Rows);
