namespace Crisis.Core.Mentions.Sources;

/// <summary>What a network's answer holds, newest first as it came. <see cref="Next"/> is null on the last page.</summary>
public sealed record NetworkPage(IReadOnlyList<NetworkItem> Items, string? Next)
{
    public IReadOnlyList<SourceFault> Faults { get; init; } = [];

    /// <summary>What later requests need to know, such as an account's id by its name; kept in the cursor.</summary>
    public IReadOnlyDictionary<string, string> Learned { get; init; } = new Dictionary<string, string>();

    /// <summary>Ids of mentions that the answer itself says are gone.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    public static NetworkPage Empty { get; } = new([], null);
}
