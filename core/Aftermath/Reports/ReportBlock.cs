namespace Crisis.Core.Aftermath.Reports;

/// <summary>
/// One piece of a report, free of any format: HTML and Markdown are made from the same pieces, so they say the same.
/// Texts are plain; each format encodes them for itself.
/// </summary>
public abstract record ReportBlock;

/// <summary>A paragraph; a strong one is a warning or the sentence that matters.</summary>
public sealed record ReportParagraph(string Text, bool Strong = false) : ReportBlock;

/// <summary>Facts, each with its name.</summary>
public sealed record ReportFacts(IReadOnlyList<(string Label, string Value)> Facts) : ReportBlock;

/// <summary>A table; the first cell of a row names it.</summary>
public sealed record ReportTable(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock;

/// <summary>A heading within a section.</summary>
public sealed record ReportHeading(string Text) : ReportBlock;

/// <summary>A list without order.</summary>
public sealed record ReportBullets(IReadOnlyList<string> Items) : ReportBlock;

/// <summary>What somebody outside the team wrote, masked, with where it stands; a link only when it is an http address.</summary>
public sealed record ReportQuote(string Text, string Origin, string? Url) : ReportBlock;

/// <summary>A text word for word, line breaks kept.</summary>
public sealed record ReportVerbatim(string Title, string Text, string Language) : ReportBlock;
