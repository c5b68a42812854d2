namespace Crisis.Core.Detection;

/// <summary>The text of a post if it is one of the brand's own, else null; asked only of posts that draw a crowd.</summary>
/// <param name="source">Its source.</param>
/// <param name="id">Its native id there.</param>
internal delegate ValueTask<string?> OwnPostLookup(string watch, string source, string id, CancellationToken cancellation);
