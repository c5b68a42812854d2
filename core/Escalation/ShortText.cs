namespace Crisis.Core.Escalation;

/// <summary>Cuts what people write for the state; the whole text stands in the timeline.</summary>
internal static class ShortText
{
    /// <summary>At most so many characters, with an ellipsis where something was cut; never half a surrogate pair.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = longest - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
