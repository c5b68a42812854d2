namespace Crisis.Core.Mentions.Sources;

/// <summary>One request to a network: sent, its budget settled by what came back, refusals told as what they are.</summary>
internal sealed class NetworkExchange(Network network)
{
    public async ValueTask<NetworkPage> AskAsync(
        NetworkStream stream, PageAsk ask, IReadOnlyList<QuotaCharge> charges, CancellationToken cancellation)
    {
        var reply = await SendAsync(c => network.AskAsync(stream, ask, c), charges, cancellation);
        var page = network.Read(stream, reply);
        foreach (var charge in charges)
        {
            if (network.Used(charge, page) is { } used && used < charge.Units)
                await network.Ports.Quotas.ReturnAsync(charge with { Units = charge.Units - used }, cancellation);
        }

        return page;
    }

    public async ValueTask<NetworkReply> SendAsync(
        Func<CancellationToken, ValueTask<HttpRequestMessage>> ask, IReadOnlyList<QuotaCharge> charges, CancellationToken cancellation)
    {
        var reply = await OnceAsync(ask, cancellation);
        if (reply.Status == 401 && network.RenewAccess()) reply = await OnceAsync(ask, cancellation);
        var now = network.Ports.Clock.GetUtcNow();
        var news = network.News(reply);
        if (news is not null && charges.Count > 0)
            await network.Ports.Quotas.HearAsync(charges[0], news.Remaining, news.ResetAt, cancellation);
        if (reply.Fine) return reply;

        var refusal = network.Refuse(reply) ?? Refusal.Read(network.Name, reply, now);
        if (refusal.Failure != SourceFailure.Throttled) throw refusal;

        // The pause holds for all watches that share the budget; the network's own date for it is the best one.
        var wait = Refusal.RetryAfter(reply, now) ?? (news is { Remaining: 0 } ? news.ResetAt - now : refusal.RetryAfter) ?? TimeSpan.FromMinutes(1);
        if (charges.Count > 0) await network.Ports.Quotas.HearAsync(charges[0], 0, now + wait, cancellation);
        throw new SourceException(SourceFailure.Throttled, refusal.Message, wait);
    }

    private async ValueTask<NetworkReply> OnceAsync(Func<CancellationToken, ValueTask<HttpRequestMessage>> ask, CancellationToken cancellation)
    {
        using var request = await ask(cancellation);
        return await network.Ports.SendAsync(network.Name, request, cancellation);
    }
}
