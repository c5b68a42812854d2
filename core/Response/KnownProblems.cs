using Crisis.Core.Escalation;
using Crisis.Core.Storage;

namespace Crisis.Core.Response;

/// <summary>The register of known problems by watch: table <c>problems</c>.</summary>
public sealed class KnownProblems(IRowStore store)
{
    private readonly JsonRows<KnownProblem> _rows = new(store, "problems");

    public ValueTask SaveAsync(KnownProblem problem, CancellationToken cancellation = default) =>
        _rows.UpsertAsync(problem.Watch, problem.Id, problem, cancellation);

    public ValueTask<IReadOnlyList<KnownProblem>> ListAsync(string watch, CancellationToken cancellation = default) =>
        _rows.ListAsync(watch, null, cancellation);

    /// <summary>Of the problems that were not fixed before a crisis began, those that people named in it; oldest first.</summary>
    public async ValueTask<IReadOnlyList<KnownProblem>> OfCrisisAsync(CrisisState crisis, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        var named = (crisis.Spread?.Targets.Select(t => t.Name) ?? []).Concat(crisis.Signals.SelectMany(s => s.Evidence.Targets).Select(t => t.Name)).Distinct(StringComparer.Ordinal).ToList();
        var all = await ListAsync(crisis.Watch, cancellation);
        return [.. all.Where(p => !(p.FixedAt < crisis.Since) && named.Exists(p.Names)).OrderBy(p => p.Since).ThenBy(p => p.Id, StringComparer.Ordinal)];
    }
}
