using Crisis.Core.Escalation;
using Crisis.Core.Watching;

namespace Crisis.Core.Notices.Delivery;

/// <summary>
/// Takes roster and channels as the crisis's plan has them, so that a running crisis keeps its team; whoever joined
/// the roster since can be reached too. Before there is a plan, and without a crisis, the configuration says it all.
/// </summary>
/// <param name="crisis">Reads a crisis's state by its id.</param>
public sealed class NoticeContexts(IConfigSource config, Func<string, CancellationToken, ValueTask<CrisisState?>> crisis) : INoticeContexts
{
    public async ValueTask<NoticeContext> ReadAsync(NoticeRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var current = await config.CurrentAsync(cancellation).ConfigureAwait(false);
        var state = request.Crisis.Length == 0 ? null : await crisis(request.Crisis, cancellation).ConfigureAwait(false);
        var watch = current.WatchOf(request.Watch);
        var team = current.TeamOf(watch.Team);
        var plan = state?.Plan;
        var people = plan is null ? team.People : plan.People.UnionBy(team.People, person => person.Id, StringComparer.Ordinal);
        return new NoticeContext
        {
            Brand = plan?.WatchName ?? watch.Name,
            TimeZone = plan?.TimeZone ?? watch.TimeZone,
            State = state,
            People = [.. people],
            Channels = plan?.Channels ?? team.Channels,
            Playbook = current.PlaybookOf(request.Kind),
        };
    }
}
