namespace Crisis.Core.Detection;

/// <summary>Whether a post is one of the brand's own; asked only of posts that draw a crowd.</summary>
/// <param name="source">Its source.</param>
/// <param name="id">Its native id there.</param>
internal delegate ValueTask<bool> OwnPostLookup(string watch, string source, string id, CancellationToken cancellation);
