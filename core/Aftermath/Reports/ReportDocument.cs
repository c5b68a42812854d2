namespace Crisis.Core.Aftermath.Reports;

/// <summary>A whole report before it gets its format.</summary>
/// <param name="Language">Two-letter code.</param>
/// <param name="Foot">Version, time and zone: what tells one report from another.</param>
public sealed record ReportDocument(string Language, string Title, string Foot, IReadOnlyList<ReportSection> Sections);
