using System.Globalization;
using Crisis.Core.Storage;
using Crisis.Core.Watching;

namespace Crisis.Core.Escalation;

/// <summary>
/// Opens a crisis for an escalation, or lets it join the open one of its cause. What makes it idempotent: the first
/// thing written is the claim of the cause under an id made from the escalation, the crisis row is inserted if absent,
/// starting an id twice starts it once, and a route per escalation sends a redelivery where the first delivery went.
/// </summary>
public sealed class EscalationHandler(IRowStore store, IConfigSource config, ICrisisStarter starter, TimeProvider clock)
{
    private readonly CrisisTable _crises = new(store);
    private readonly CauseClaims _claims = new(store);
    private readonly Inbox _inbox = new(store);
    private readonly JsonRows<EscalationRoute> _routes = new(store, "escalations");

    /// <summary>Handles a delivery. Returns the crisis it belongs to, and what became of it.</summary>
    public async ValueTask<(string Crisis, EscalationOutcome Outcome)> HandleAsync(CrisisEscalation escalation, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        escalation = escalation with { Signals = SignalDigest.Of(escalation.Signals) };
        var route = await _routes.GetAsync(escalation.Watch, escalation.Id, cancellation);
        while (true)
        {
            route ??= await RouteAsync(escalation, avoid: null, cancellation);
            var state = await _crises.FindAsync(route.Crisis, cancellation);
            if (state is null)
            {
                if (await OpenAsync(escalation, route.Crisis, cancellation)) return (route.Crisis, EscalationOutcome.Opened);
                continue;
            }

            if (state.Open) return (route.Crisis, await JoinAsync(state, escalation, cancellation));
            if (escalation.At <= state.ClosedAt) return (route.Crisis, EscalationOutcome.Over);
            // Found after that crisis had ended: it begins another.
            await _claims.ReleaseAsync(escalation.Watch, escalation.Cause, route.Crisis, cancellation);
            route = await RouteAsync(escalation, avoid: route.Crisis, cancellation);
        }
    }

    /// <summary>Hands what a merged crisis knew to the one it goes on in.</summary>
    public async ValueTask HandIntoAsync(string crisis, CrisisEscalation escalation, CancellationToken cancellation = default)
    {
        if (await _crises.FindAsync(crisis, cancellation) is { } state) await JoinAsync(state, escalation, cancellation);
    }

    private async ValueTask<bool> OpenAsync(CrisisEscalation escalation, string id, CancellationToken cancellation)
    {
        var watch = (await config.CurrentAsync(cancellation)).WatchOf(escalation.Watch);
        var step = CrisisLife.Open(escalation, id, watch);
        if (!await _crises.InsertAsync(step.State, step.Effects, cancellation)) return false;
        await starter.StartAsync(id, cancellation);
        return true;
    }

    private async ValueTask<EscalationOutcome> JoinAsync(CrisisState state, CrisisEscalation escalation, CancellationToken cancellation)
    {
        // Perhaps the delivery that inserted the row fell before it could start the loop.
        await starter.StartAsync(state.Id, cancellation);
        if (state.Taken.Contains(TakenId.Of(escalation.Id))) return EscalationOutcome.Repeated;
        var input = new Escalated(escalation.Id, escalation.At, escalation);
        var entry = new InboxEntry { Id = escalation.Id, Crisis = state.Id, WrittenAt = clock.GetUtcNow(), Input = input };
        var written = await _inbox.PutAsync(entry, cancellation);
        await starter.RingAsync(state.Id, cancellation);
        return written ? EscalationOutcome.Joined : EscalationOutcome.Repeated;
    }

    /// <summary>The crisis that has the cause, else a new id that claims it; a split part and a drill ask for no claim.</summary>
    private async ValueTask<EscalationRoute> RouteAsync(CrisisEscalation escalation, string? avoid, CancellationToken cancellation)
    {
        var id = CrisisId.For(escalation.Watch, escalation.At, escalation.Cause);
        if (escalation.SplitFrom is not null) id += "-part-" + TakenId.Hex(escalation.Id);
        if (escalation.Drill) id += "-drill-" + TakenId.Hex(escalation.Id);
        var first = id;
        for (var number = 2; id == avoid || (avoid is not null && await _crises.FindAsync(id, cancellation) is { Open: false }); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{first}-{number}");
        }

        var crisis = escalation is { SplitFrom: null, Drill: false } ? await _claims.ClaimAsync(escalation.Watch, escalation.Cause, id, cancellation) : id;
        var route = new EscalationRoute(escalation.Id, crisis);
        var stands = await _routes.ChangeAsync(
            escalation.Watch,
            escalation.Id,
            known => known is null || known.Crisis == avoid ? route : null,
            cancellation);
        return stands!;
    }
}
