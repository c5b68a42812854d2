using Crisis.Core.Aftermath; using Crisis.Core.Escalation; using Crisis.Core.Response;
namespace Crisis.Functions.Hosting;
internal sealed class TempPorts : IComplaintRouter, IPublishingPause, ILessonLibrary, IReportWriter
{
    public ValueTask<ComplaintTotals> RouteAsync(CrisisState c, DateTimeOffset s, DateTimeOffset n, CancellationToken x = default) => new(ComplaintTotals.None);
    public ValueTask<string?> AskAsync(CrisisState c, bool r, string k, CancellationToken x = default) => new((string?)null);
    public ValueTask<IReadOnlyList<LessonMatch>> FindAsync(CrisisState c, CancellationToken x = default) => new([]);
    public ValueTask WriteAsync(CrisisState c, int v, CancellationToken x = default) => default;
}
