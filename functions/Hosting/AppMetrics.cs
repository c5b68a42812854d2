using System.Diagnostics.Metrics;

namespace Crisis.Functions.Hosting;

/// <summary>What the app counts about itself; alert rules outside watch these.</summary>
public sealed class AppMetrics
{
    public const string MeterName = "Crisis.Functions";

    private readonly Counter<long> _beats;
    private readonly Counter<long> _troubles;
    private readonly Counter<long> _paidDocuments;
    private readonly Counter<long> _paidRequests;
    private readonly Counter<long> _standIns;
    private readonly Counter<long> _reused;
    private readonly Counter<long> _noticesFailed;

    public AppMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _beats = meter.CreateCounter<long>("crisis.heartbeat", description: "The watchdog has run");
        _troubles = meter.CreateCounter<long>("crisis.troubles", description: "Troubles that the watchdog found");
        _paidDocuments = meter.CreateCounter<long>("crisis.sentiment.documents", description: "Texts judged by the paid service");
        _paidRequests = meter.CreateCounter<long>("crisis.sentiment.requests", description: "Requests to the paid service");
        _standIns = meter.CreateCounter<long>("crisis.sentiment.standins", description: "Texts judged by the embedded analyser in the service's place");
        _noticesFailed = meter.CreateCounter<long>("crisis.notices.failed", description: "Notices that no channel took");
        _reused = meter.CreateCounter<long>("crisis.sentiment.reused", description: "Texts whose finding was known already");
    }

    public void Beat() => _beats.Add(1);

    public void Troubles(int count) => _troubles.Add(count);

    public void Paid(int documents)
    {
        _paidDocuments.Add(documents);
        _paidRequests.Add(1);
    }

    public void NoticeFailed() => _noticesFailed.Add(1);

    public void StoodIn(int documents) => _standIns.Add(documents);

    public void Reused(int documents) => _reused.Add(documents);
}
