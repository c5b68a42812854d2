using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Storage;

namespace Crisis.Core.Aftermath;

/// <summary>The latest review of each roster, ladder and playbook: table <c>reviews</c>.</summary>
public sealed class Reviews(IRowStore store)
{
    public const string Roster = "roster";
    public const string Ladder = "ladder";
    public const string Playbook = "playbook";

    private const int LongestText = 300;

    private readonly JsonRows<Review> _rows = new(store, "reviews");

    /// <summary>Everything that is to be reviewed.</summary>
    public static IReadOnlyList<string> All { get; } = [Roster, Ladder, Playbook];

    /// <summary>What a person confirmed on a crisis's page: of the team that was called, of the playbook that was taken.</summary>
    public static Review Of(CrisisPlan plan, string what, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(decision);
        var about = what == Playbook ? KebabCase.Of(plan.Kind) : plan.Team;
        var text = decision.Arguments.GetValueOrDefault("text") is { } said ? ShortText.Cut(said, LongestText) : null;
        return new Review(what, about, decision.Person, decision.At, decision.Crisis, text);
    }

    /// <summary>Keeps it unless a later one is kept, in whatever order they come.</summary>
    public async ValueTask SaveAsync(Review review, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        await _rows.ChangeAsync(review.What, review.About, known => known is null || known.At < review.At ? review : null, cancellation);
    }

    public ValueTask<Review?> FindAsync(string what, string about, CancellationToken cancellation = default) => _rows.GetAsync(what, about, cancellation);
}
