namespace Crisis.Core.Mentions;

/// <summary>How often a mention was liked, passed on and answered when it was last seen; each 0 or more.</summary>
public readonly record struct Engagement(int Likes, int Reposts, int Replies);
