namespace Crisis.Core.Mentions.Sources;

/// <summary>A source that can say, by asking the network, whether it would work: for <c>crisis check --online</c> and the board.</summary>
public interface ISourceProbe
{
    /// <summary>What is wrong, empty when all is well. Stores nothing, moves no cursor, never throws a <see cref="SourceException"/>.</summary>
    ValueTask<IReadOnlyList<SourceFault>> ProbeAsync(CancellationToken cancellation = default);
}
