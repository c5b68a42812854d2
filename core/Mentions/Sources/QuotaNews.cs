using System.Globalization;

namespace Crisis.Core.Mentions.Sources;

/// <summary>What an answer's headers say of a limit: so many units left until then, UTC by our clock.</summary>
public sealed record QuotaNews(int Remaining, DateTimeOffset ResetAt)
{
    /// <summary>Reads a pair of headers, or null when they are missing or not numbers.</summary>
    public static QuotaNews? Read(NetworkReply reply, string remaining, string reset, ResetForm form, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (!double.TryParse(reply.Header(remaining), NumberStyles.Float, CultureInfo.InvariantCulture, out var left)) return null;
        var text = reply.Header(reset);
        if (text is null) return null;

        // Absolute times are the server's; what counts is the distance to its own clock.
        var theirs = reply.Headers.Date ?? now;
        TimeSpan? distance = form switch
        {
            ResetForm.Iso => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at - theirs : null,
            _ when !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => null,
            ResetForm.UnixSeconds => DateTimeOffset.FromUnixTimeSeconds((long)double.Parse(text, CultureInfo.InvariantCulture)) - theirs,
            _ => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture)),
        };
        if (distance is not { } wait || wait > TimeSpan.FromDays(32)) return null;
        return new QuotaNews((int)Math.Clamp(left, 0, int.MaxValue), now + (wait < TimeSpan.Zero ? TimeSpan.Zero : wait));
    }
}
