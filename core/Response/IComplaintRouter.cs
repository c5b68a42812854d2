using Crisis.Core.Escalation;

namespace Crisis.Core.Response;

/// <summary>
/// Hands single complaints to customer service, each once, learns of answers, and says how many. Called every few
/// minutes during Respond, hourly after; calling it twice hands nothing over twice.
/// </summary>
public interface IComplaintRouter
{
    /// <param name="since">Complaints from here on belong to the crisis.</param>
    ValueTask<ComplaintTotals> RouteAsync(CrisisState crisis, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation = default);
}
