namespace Crisis.Core.Detection;

/// <summary>
/// A remark of a detector in a form that can be said in any language: a key such as <c>one-loud-author</c>,
/// <c>known-problem</c>, <c>bot-flood</c>, and the value that goes with it.
/// </summary>
public sealed record SignalNote(string Key, string Value)
{
    /// <summary>The window was still open: more may have come. Said with the count itself, see <c>Wording.Observed</c>.</summary>
    public const string LowerBound = "lower-bound";
}
