namespace Crisis.Core.Aftermath.Reports;

/// <summary>A section of the report; <see cref="Id"/> is its anchor and the same in every language.</summary>
public sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks);
