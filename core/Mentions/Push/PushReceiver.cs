using System.Security.Cryptography;
using System.Text;
using Crisis.Core.Watching;

namespace Crisis.Core.Mentions.Push;

/// <summary>
/// Takes pushed mentions in. Idempotent: a mention sent twice is stored once. When it returns, what was accepted is safe.
/// </summary>
public sealed class PushReceiver(IConfigSource config, IMentionBatches batches, TimeProvider clock)
{
    /// <summary>The header that carries the key.</summary>
    public const string KeyHeader = "X-Crisis-Key";

    /// <summary>True when the keys are the same; takes the same time whatever differs.</summary>
    public static bool KeyMatches(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    /// <param name="watch">From the address, for mentions that name no watch; where there is only one watch it is not needed.</param>
    public async ValueTask<PushAnswer> ReceiveAsync(ReadOnlyMemory<byte> body, string? watch, CancellationToken cancellation = default)
    {
        if (body.Length > PushReader.MostBytes) return new PushAnswer(413, 0, [new SourceFault("(body)", $"is larger than {PushReader.MostBytes / 1024} KiB.", "Send fewer mentions at once.")]);
        var watches = (await config.CurrentAsync(cancellation)).Watches;
        var content = PushReader.Read(body, watch ?? (watches.Count == 1 ? watches.Keys.Single() : null));
        var faults = content.Faults.ToList();
        var accepted = 0;
        foreach (var group in content.Mentions.GroupBy(item => item.Watch))
        {
            if (!watches.ContainsKey(group.Key))
            {
                faults.Add(new SourceFault("watch", $"no watch is called '{group.Key}'.", $"Known: {string.Join(", ", watches.Keys.Order(StringComparer.Ordinal))}."));
                continue;
            }

            List<Mention> mentions = [.. group.Select(item => item.Mention)];
            await batches.SendAsync(new MentionBatch(group.Key, mentions) { ReceivedAt = clock.GetUtcNow() }, cancellation);
            accepted += mentions.Count;
        }

        return new PushAnswer(accepted > 0 || faults.Count == 0 ? 202 : 400, accepted, faults);
    }
}
