namespace Crisis.Core.Mentions.Push;

/// <summary>The answer to a push: HTTP status, how many mentions were taken, and every fault.</summary>
public sealed record PushAnswer(int Status, int Accepted, IReadOnlyList<SourceFault> Faults);
