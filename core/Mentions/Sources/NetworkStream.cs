namespace Crisis.Core.Mentions.Sources;

/// <summary>
/// One list of a network that is read newest first: a term's search, a hashtag, an account's posts. <see cref="Key"/> is
/// unique and stable among a source's streams, since the cursor is kept under it; <see cref="Name"/> is for people.
/// </summary>
public sealed record NetworkStream(string Kind, string Query)
{
    public string Key => $"{Kind}:{Query}";

    public string Name => Query.Length == 0 ? Kind : $"{Kind} '{Query}'";

    /// <summary>Asked not more often than this; a stream that costs much is asked more rarely than the others.</summary>
    public TimeSpan Every { get; init; }

    /// <summary>Asked once, for what it teaches (an account's id), and not again once that is known.</summary>
    public bool Once { get; init; }

    /// <summary>The learned value that stands for the query, such as the id of the account that it names.</summary>
    public string? Id { get; init; }
}
