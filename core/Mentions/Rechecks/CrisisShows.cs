using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Mentions.Rechecks;

/// <summary>A crisis and those of its complaints that still have a text.</summary>
internal sealed record CrisisShows(CrisisState State, IReadOnlyList<Complaint> Complaints)
{
    /// <summary>What it shows, evidence first.</summary>
    public IEnumerable<(string Source, string Id)> Posts =>
        ShownPosts.Of(State).Select(p => (p.Source, p.Id)).Concat(Complaints.Select(c => (c.Source, c.Mention))).Distinct();
}
