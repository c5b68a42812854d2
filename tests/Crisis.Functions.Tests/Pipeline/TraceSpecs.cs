using System.Diagnostics;
using Crisis.Core.Mentions;
using Crisis.Functions.Hosting;

namespace Crisis.Functions.Tests.Pipeline;

public sealed class TraceSpecs : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly ActivityListener _listener;
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();

    public TraceSpecs()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == AppTraces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (_spans) _spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public async Task Trace_FromPullToNotice_IsOne()
    {
        using var app = new AppBench();
        using (var pull = app.Get<AppTraces>().Begin("pull", $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01"))
        {
            pull.ShouldNotBeNull();
            await app.Get<IMentionBatches>().SendAsync(app.Storm());
        }

        // Whatever runs in the host when a message is handled is another trace.
        Activity.Current.ShouldBeNull();
        await app.DrainAsync();
        var (crisis, _, input) = app.Hub.Started.ShouldHaveSingleItem();
        var loop = CrisisLoop.Of(app, crisis, input);
        for (var minute = 0; minute < 6; minute++)
        {
            await loop.RunAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Directory.GetFiles(app.Folder, "*.eml").ShouldNotBeEmpty();
        lock (_spans)
        {
            var ours = _spans.Where(span => span.TraceId == _trace).Select(span => span.OperationName).Distinct().ToList();
            ours.ShouldBe(["pull", "score", "detect", "escalate", "turn", "effect", "notice"], ignoreOrder: true, customMessage: string.Join(", ", ours));
        }
    }

    [Fact]
    public void Message_WithATrace_OpensToWhatWasSent()
    {
        using var traces = new AppTraces();
        foreach (var body in (string[])["{\"a\":1}", "{}", "{ \"a\": \"ş\" }", "text", ""])
        {
            using var span = traces.Begin("x", $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01");
            var wrapped = TraceEnvelope.Wrap(body);
            var (opened, parent) = TraceEnvelope.Open(wrapped);
            opened.Replace(" ", "", StringComparison.Ordinal).ShouldBe(body.Replace(" ", "", StringComparison.Ordinal));
            if (body.StartsWith('{')) parent.ShouldBe(span!.Id);
            else parent.ShouldBeNull();
        }
    }

    [Fact]
    public void Message_WithoutATrace_IsAsGood()
    {
        Activity.Current = null;
        TraceEnvelope.Wrap("{\"a\":1}").ShouldBe("{\"a\":1}");
        TraceEnvelope.Open("{\"a\":1}").ShouldBe(("{\"a\":1}", null));
    }

    public void Dispose() => _listener.Dispose();
}
