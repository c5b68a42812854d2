using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Crisis.Core;
using Crisis.Core.Mentions;
using Crisis.Core.Storage;

namespace Crisis.Functions.Mentions;

/// <summary>
/// Batches as messages of the queue <c>mentions</c>. One that is too large for a message is put into a blob, named by
/// the day and its content, and the message carries the name.
/// </summary>
public sealed class MentionMessages(IWorkQueue queue, IBlobStore blobs) : IMentionBatches
{
    /// <summary>Where such blobs lie; a day's are dropped after <see cref="Kept"/>.</summary>
    public const string Folder = "batches/";

    /// <summary>Longer than a message waits as poison before somebody looks.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>When a batch that a stand-in judged is scored anew; after the last the stand-in's word stays.</summary>
    private static readonly TimeSpan[] Patience =
        [TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8)];

    public ValueTask SendAsync(MentionBatch batch, CancellationToken cancellation = default) => SendAsync(batch, null, TimeSpan.Zero, cancellation);

    /// <summary>Sends a batch to be scored anew, later. Idempotent in effect: what is scored by then changes nothing.</summary>
    /// <param name="tries">How often that has been tried.</param>
    public async ValueTask SendAgainAsync(MentionBatch batch, int tries, CancellationToken cancellation = default)
    {
        if (tries < Patience.Length) await SendAsync(batch, tries + 1, Patience[tries], cancellation);
    }

    private async ValueTask SendAsync(MentionBatch batch, int? again, TimeSpan delay, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var body = JsonSerializer.SerializeToUtf8Bytes(new MentionMessage(batch, null, again), CrisisJson.Options);
        if (body.Length > QueueRules.LongestBody)
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(batch, CrisisJson.Options);
            var name = $"{Folder}{batch.ReceivedAt.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}/{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}.json";
            await blobs.WriteAsync(name, content, "application/json", cancellation);
            body = JsonSerializer.SerializeToUtf8Bytes(new MentionMessage(null, name, again), CrisisJson.Options);
        }

        await queue.SendAsync(QueueNames.Mentions, System.Text.Encoding.UTF8.GetString(body), delay, cancellation);
    }

    /// <exception cref="InvalidDataException">The message is none, or its blob is gone.</exception>
    public async ValueTask<(MentionBatch Batch, int? Again)> ReadAsync(string body, CancellationToken cancellation = default)
    {
        var message = JsonSerializer.Deserialize<MentionMessage>(body, CrisisJson.Options);
        if (message?.Batch is { } batch) return (batch, message.Again);
        var name = message?.Blob ?? throw new InvalidDataException("A message of the queue 'mentions' has neither a batch nor a blob.");
        var blob = await blobs.ReadAsync(name, cancellation) ?? throw new InvalidDataException($"The batch {name} is gone.");
        return (JsonSerializer.Deserialize<MentionBatch>(blob.Content.Span, CrisisJson.Options)!, message.Again);
    }

    /// <summary>Drops the blobs of days that nothing can ask for any more.</summary>
    public async ValueTask<int> ForgetAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var oldest = Folder + (now - Kept).UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var dropped = 0;
        foreach (var name in await blobs.ListAsync(Folder, cancellation))
        {
            if (string.CompareOrdinal(name, oldest) >= 0) break;
            await blobs.DeleteAsync(name, cancellation);
            dropped++;
        }

        return dropped;
    }
}
