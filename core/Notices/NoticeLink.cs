namespace Crisis.Core.Notices;

/// <summary>A link of a notice; it opens a page and never acts by itself.</summary>
/// <param name="Action">What the page is for, a key under <c>notice.action</c>: <c>acknowledge</c>, <c>crisis</c>…</param>
/// <param name="Label">The button's text in the recipient's language.</param>
public sealed record NoticeLink(string Action, string Label, Uri Url)
{
    /// <summary>Signed for its reader: whoever else has it would be taken for that person.</summary>
    public bool Personal { get; init; }
}
