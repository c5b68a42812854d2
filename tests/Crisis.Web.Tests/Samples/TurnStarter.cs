using Crisis.Core.Aftermath;
using Crisis.Core.Escalation;
using Crisis.Core.Storage;
using Crisis.Core.Watching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crisis.Web.Tests.Samples;

/// <summary>The loop of a crisis, run at once when the bell rings: what a page says has happened when it answers.</summary>
public sealed class TurnStarter(IRowStore store, IConfigSource config, TimeProvider clock) : ICrisisStarter
{
    public async ValueTask StartAsync(string crisis, CancellationToken cancellation = default) => await RingAsync(crisis, cancellation);

    public async ValueTask ResumeAsync(string crisis, CancellationToken cancellation = default) => await RingAsync(crisis, cancellation);

    public async ValueTask RingAsync(string crisis, CancellationToken cancellation = default)
    {
        var quiet = new QuietPorts();
        var ports = new EffectPorts(store, config, quiet, quiet, quiet, quiet, new SurveyAnswers(store), quiet, quiet, this, clock);
        await new CrisisTurn(store, new CrisisTable(store), new EffectRunner(ports), clock, NullLogger<CrisisTurn>.Instance).RunAsync(crisis, cancellation);
    }
}
