using Crisis.Local.Storage;
using Crisis.Web.Board;

namespace Crisis.Local.Running;

/// <summary>Poison messages for the board.</summary>
internal sealed class LocalPoison(SqliteWorkQueue queue) : IPoisonMessages
{
    public async ValueTask<IReadOnlyList<PoisonMessage>> ListAsync(int most, CancellationToken cancellation = default) =>
        [.. (await queue.PoisonAsync(cancellation)).Take(most).Select(message => new PoisonMessage(message.Queue, message.SentAt, message.Fault))];
}
