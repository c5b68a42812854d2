using System.Globalization;

namespace Crisis.Web.Outbox;

/// <summary>One message of the outbox folder, by the name of its file: <c>20260302-121500 first ayse 3fK…</c>.</summary>
/// <param name="At">When it was written; null where the name does not say.</param>
/// <param name="To">Person or channel.</param>
public sealed record OutboxMessage(string File, DateTimeOffset? At, string Reason, string To)
{
    public static OutboxMessage Of(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Split(' ') is [var time, var reason, var to, _]
            && DateTimeOffset.TryParseExact(time, "yyyyMMdd-HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new OutboxMessage(file, at, reason, to)
            : new OutboxMessage(file, null, "", file);
    }
}
