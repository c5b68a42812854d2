using System.Diagnostics.Metrics;

namespace Crisis.Functions.Hosting;

/// <summary>What the app counts about itself; alert rules outside watch these.</summary>
public sealed class AppMetrics
{
    public const string MeterName = "Crisis.Functions";

    private readonly Counter<long> _beats;
    private readonly Counter<long> _troubles;
    private readonly Counter<long> _mentions;
    private readonly Counter<long> _scored;
    private readonly Counter<long> _reused;
    private readonly Counter<long> _paidDocuments;
    private readonly Counter<long> _paidRequests;
    private readonly Counter<long> _standIns;
    private readonly Counter<long> _signals;
    private readonly Counter<long> _escalations;
    private readonly Histogram<double> _toDetect;
    private readonly Histogram<double> _toAcknowledge;
    private readonly Counter<long> _noticesSent;
    private readonly Counter<long> _noticesFailed;
    private readonly Histogram<double> _canary;

    public AppMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _beats = meter.CreateCounter<long>("crisis.heartbeat", description: "The watchdog has run");
        _troubles = meter.CreateCounter<long>("crisis.troubles", description: "Troubles that the watchdog found");
        _mentions = meter.CreateCounter<long>("crisis.mentions", description: "Mentions stored for the first time");
        _scored = meter.CreateCounter<long>("crisis.sentiment.scored", description: "Distinct texts of batches that were judged, by whomever");
        _reused = meter.CreateCounter<long>("crisis.sentiment.reused", description: "Texts whose finding was known already");
        _paidDocuments = meter.CreateCounter<long>("crisis.sentiment.documents", description: "Texts judged by the paid service");
        _paidRequests = meter.CreateCounter<long>("crisis.sentiment.requests", description: "Requests to the paid service");
        _standIns = meter.CreateCounter<long>("crisis.sentiment.standins", description: "Texts judged by the embedded analyser in the service's place");
        _signals = meter.CreateCounter<long>("crisis.signals", description: "New findings of the detectors, held back or not");
        _escalations = meter.CreateCounter<long>("crisis.escalations", description: "Escalations taken in, by what became of them");
        _toDetect = meter.CreateHistogram<double>("crisis.detect.seconds", "s", "From the begin of what is unusual to the open crisis");
        _toAcknowledge = meter.CreateHistogram<double>("crisis.acknowledge.seconds", "s", "From the open crisis to the first acknowledgement");
        _noticesSent = meter.CreateCounter<long>("crisis.notices.sent", description: "Notices that a channel took");
        _noticesFailed = meter.CreateCounter<long>("crisis.notices.failed", description: "Notices that no channel took");
        _canary = meter.CreateHistogram<double>("crisis.canary.seconds", "s", "From the canary's push to its notice");
    }

    public void Beat() => _beats.Add(1);

    public void Troubles(int count) => _troubles.Add(count);

    public void Mentions(int stored) => _mentions.Add(stored);

    public void Scored(int texts) => _scored.Add(texts);

    public void Reused(int documents) => _reused.Add(documents);

    public void Paid(int documents)
    {
        _paidDocuments.Add(documents);
        _paidRequests.Add(1);
    }

    public void StoodIn(int documents) => _standIns.Add(documents);

    public void Signals(int count) => _signals.Add(count);

    public void Escalated(string outcome) => _escalations.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Detected(TimeSpan after) => _toDetect.Record(after.TotalSeconds);

    public void Acknowledged(TimeSpan after) => _toAcknowledge.Record(after.TotalSeconds);

    public void NoticeSent() => _noticesSent.Add(1);

    public void NoticeFailed() => _noticesFailed.Add(1);

    public void Canary(TimeSpan took) => _canary.Record(took.TotalSeconds);
}
