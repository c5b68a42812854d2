using Crisis.Core.Notices;

namespace Crisis.Functions.Upkeep;

/// <summary>What operations are told: a line that says what it is, then the rest, a sentence a line. Only trouble wakes a pager.</summary>
public sealed record OperationsText(string Subject, IReadOnlyList<string> Lines, NoticeReason Reason);
