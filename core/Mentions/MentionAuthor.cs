namespace Crisis.Core.Mentions;

/// <summary>
/// Who wrote a mention. Before it is stored, <see cref="Id"/> is replaced by a keyed hash (see the mention store), so
/// that authors can be counted and erased but not looked up.
/// </summary>
public sealed record MentionAuthor(string? Id, string? Handle, int? Followers = null, bool Verified = false)
{
    public static MentionAuthor Unknown { get; } = new(null, null);
}
