namespace Crisis.Core.Mentions;

/// <summary>
/// Takes mentions on to scoring. When the call returns they are safe: on a queue, or already stored. The caller moves
/// its cursor only then.
/// </summary>
public interface IMentionBatches
{
    ValueTask SendAsync(MentionBatch batch, CancellationToken cancellation = default);
}
