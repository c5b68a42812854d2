using Crisis.Core.Aftermath;
using Crisis.Core.Detection;
using Crisis.Core.Escalation;
using Crisis.Core.Notices;
using Crisis.Core.Response;

namespace Crisis.Web.Tests.Samples;

/// <summary>The outside of a crisis, answering and doing nothing: here only its pages are looked at.</summary>
public sealed class QuietPorts : ICrisisMeasures, INoticeSender, IComplaintRouter, IPublishingPause, ILessonLibrary, IReportWriter
{
    public ValueTask<Measurement> MeasureAsync(CrisisState crisis, DateTimeOffset from, DateTimeOffset now, CancellationToken cancellation = default) =>
        new((crisis.Last ?? SampleCrisis.State.Last!) with { At = now });

    public ValueTask<SpreadReport> GatherAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default) =>
        new(crisis.Spread ?? new SpreadReport { At = now });

    public ValueTask<NoticeResult> SendAsync(NoticeRequest request, CancellationToken cancellation = default) => new(new NoticeResult(true, "outbox", null));

    public ValueTask<IReadOnlyList<LessonMatch>> FindAsync(CrisisState crisis, CancellationToken cancellation = default) => new(Array.Empty<LessonMatch>());

    public ValueTask WriteAsync(CrisisState crisis, int version, CancellationToken cancellation = default) => default;

    public ValueTask<ComplaintTotals> RouteAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default) => new(crisis.Complaints);

    public ValueTask<string?> AskAsync(CrisisState crisis, bool resume, string key, CancellationToken cancellation = default) => new((string?)null);
}
