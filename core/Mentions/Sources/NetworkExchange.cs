namespace Crisis.Core.Mentions.Sources;

/// <summary>One request to a network: sent, its budget settled by what came back, refusals told as what they are.</summary>
internal sealed class NetworkExchange(Network network)
{
    public async ValueTask<NetworkPage> AskAsync(
        NetworkStream stream, PageAsk ask, IReadOnlyList<QuotaCharge> charges, CancellationToken cancellation)
    {
        var reply = await SendAsync(c => network.AskAsync(stream, ask, c), charges, cancellation);
        var page = network.Read(stream, reply);
        await ReturnAsync(charges, page, cancellation);
        return page;
    }

    /// <summary>Gives back what was charged and not used.</summary>
    public async ValueTask ReturnAsync(IReadOnlyList<QuotaCharge> charges, NetworkPage page, CancellationToken cancellation)
    {
        foreach (var charge in charges)
        {
            if (network.Used(charge, page) is { } used && used < charge.Units)
                await network.Ports.Quotas.ReturnAsync(charge with { Units = charge.Units - used }, cancellation);
        }
    }

    public async ValueTask<NetworkReply> SendAsync(
        Func<CancellationToken, ValueTask<HttpRequestMessage>> ask, IReadOnlyList<QuotaCharge> charges, CancellationToken cancellation)
    {
        try
        {
            var reply = await OnceAsync(ask, cancellation);
            if (!reply.Fine && network.RenewAccess(reply)) reply = await OnceAsync(ask, cancellation);
            if (charges.Count > 0 && network.News(reply) is { } news)
                await network.Ports.Quotas.HearAsync(charges[0], news.Remaining, news.ResetAt, cancellation);
            return reply.Fine ? reply : throw network.RefusalOf(reply);
        }
        catch (SourceException e) when (e is { Failure: SourceFailure.Throttled, RetryAfter: not null } && charges.Count > 0)
        {
            // A pause, be it for the sign-in, holds for all watches that share the budget.
            await network.Ports.Quotas.HearAsync(charges[0], 0, network.Ports.Clock.GetUtcNow() + e.RetryAfter.Value, cancellation);
            throw;
        }
    }

    private async ValueTask<NetworkReply> OnceAsync(Func<CancellationToken, ValueTask<HttpRequestMessage>> ask, CancellationToken cancellation)
    {
        using var request = await ask(cancellation);
        return await network.Ports.SendAsync(network.Name, request, cancellation);
    }
}
