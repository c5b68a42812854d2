using System.Diagnostics;

namespace Crisis.Functions.Hosting;

/// <summary>
/// Spans of the pipeline: one trace from the pull or push over score, detect, escalate and turn to the notice. What
/// crosses a queue or the orchestration carries the trace along, see <see cref="TraceEnvelope"/>.
/// </summary>
public sealed class AppTraces : IDisposable
{
    public const string SourceName = "Crisis.Functions";

    private readonly ActivitySource _source = new(SourceName);

    /// <summary>Begins a span under a parent from elsewhere, else under the one that runs. Null when nobody listens.</summary>
    /// <param name="parent">A <c>traceparent</c>, as a message carried it.</param>
    public Activity? Begin(string name, string? parent = null, ActivityKind kind = ActivityKind.Internal)
    {
        if (parent is null || !ActivityContext.TryParse(parent, null, isRemote: true, out var remote)) return _source.StartActivity(name, kind);
        // The host's own span of this run stays reachable: it tells of retries and of waiting in the queue.
        ActivityLink[] links = Activity.Current is { } run ? [new(run.Context)] : [];
        return _source.StartActivity(name, kind, remote, links: links);
    }

    /// <summary>Begins a trace of its own, whatever runs: a timer's tick has nothing to do with each source that it finds due.</summary>
    public Activity? BeginTrace(string name)
    {
        var run = Activity.Current;
        Activity.Current = null;
        var begun = _source.StartActivity(name, ActivityKind.Producer, default(ActivityContext), links: run is null ? [] : [new(run.Context)]);
        if (begun is null) Activity.Current = run;
        return begun;
    }

    public void Dispose() => _source.Dispose();
}
