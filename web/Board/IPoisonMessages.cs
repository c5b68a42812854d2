namespace Crisis.Web.Board;

/// <summary>The host's poison messages, for the board.</summary>
public interface IPoisonMessages
{
    /// <summary>At most <paramref name="most"/>, oldest first.</summary>
    ValueTask<IReadOnlyList<PoisonMessage>> ListAsync(int most, CancellationToken cancellation = default);
}
