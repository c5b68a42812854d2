using Crisis.Core.Escalation;
using Crisis.Core.Storage;

namespace Crisis.Core.Aftermath;

/// <summary>The last review of each thing by team: table <c>reviews</c>. An earlier one never replaces a later one.</summary>
public sealed class Reviews(IRowStore store)
{
    private readonly JsonRows<Review> _rows = new(store, "reviews");

    /// <summary>How a review names the playbook of a kind.</summary>
    public static string Playbook(CrisisKind kind) => "playbook:" + KebabCase.Of(kind);

    public async ValueTask AddAsync(Review review, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        await _rows.ChangeAsync(review.Team, review.What, known => known is null || known.At < review.At ? review : null, cancellation);
    }

    public ValueTask<IReadOnlyList<Review>> ListAsync(string team, CancellationToken cancellation = default) => _rows.ListAsync(team, null, cancellation);
}
