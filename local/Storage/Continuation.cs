namespace Crisis.Local.Storage;

/// <summary>The first row of the next page. Keys have no control characters, so one parts them.</summary>
internal readonly record struct Continuation(string Partition, string Row)
{
    public static Continuation? Parse(string? text)
    {
        if (text is null) return null;
        var at = text.IndexOf('\n', StringComparison.Ordinal);
        if (at < 0) throw new ArgumentException("This continuation was not given by this store.", nameof(text));
        return new Continuation(text[..at], text[(at + 1)..]);
    }

    public override string ToString() => $"{Partition}\n{Row}";
}
