namespace Crisis.Core.Aftermath.Reports;

/// <summary>Shares as bars, one a row; the text says the same as the bar.</summary>
/// <param name="Rows">Name, share 0 to 1 (null: none), and what stands beside it.</param>
public sealed record ReportBars(string Caption, IReadOnlyList<string> Head, IReadOnlyList<(string Label, double? Share, string Text)> Rows) : ReportBlock;
