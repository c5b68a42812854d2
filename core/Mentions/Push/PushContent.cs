namespace Crisis.Core.Mentions.Push;

/// <summary>What a push held: the good mentions with their watches, and every fault.</summary>
public sealed record PushContent(IReadOnlyList<(string Watch, Mention Mention)> Mentions, IReadOnlyList<SourceFault> Faults);
