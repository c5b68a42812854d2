namespace Crisis.Core.Mentions.Sources;

/// <summary>What a status that is not a success means, where a network doesn't say it better itself (RFC 9110, RFC 6585).</summary>
public static class Refusal
{
    public static SourceException Read(string network, NetworkReply reply, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var wait = RetryAfter(reply, now);
        return reply.Status switch
        {
            401 => new SourceException(SourceFailure.Credential, $"{network} refused the credential (401). Renew the secret that the source names."),
            402 => new SourceException(SourceFailure.Permission, $"{network} wants payment (402). Check the plan of the account behind the credential."),
            403 => new SourceException(SourceFailure.Permission, $"{network} denied access (403). Grant the credential the right to read this."),
            404 or 410 => new SourceException(SourceFailure.Gone, $"{network} has no such list, account or feed ({reply.Status}). Check the settings."),
            429 => new SourceException(SourceFailure.Throttled, $"{network} asked for a pause (429).", wait ?? TimeSpan.FromMinutes(1)),
            >= 500 or 408 => new SourceException(SourceFailure.Unavailable, $"{network} is in trouble ({reply.Status}). It will be tried again.", wait),
            _ => new SourceException(SourceFailure.Malformed, $"{network} did not take the request ({reply.Status}). Check the source's settings."),
        };
    }

    /// <summary>The Retry-After header, in seconds or as a date by the server's own clock.</summary>
    public static TimeSpan? RetryAfter(NetworkReply reply, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var header = reply.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - (reply.Headers.Date ?? now) : null);
        return wait is { } value && value < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
