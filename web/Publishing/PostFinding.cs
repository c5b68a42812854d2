namespace Crisis.Web.Publishing;

/// <summary>One remark on a planned post: text key <c>post.{Key}</c> with what it refers to; <see cref="Stop"/> says that it should not go out like this.</summary>
public sealed record PostFinding(string Key, string About, bool Stop);
