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
}
