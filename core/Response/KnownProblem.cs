using Crisis.Core.Sentiment.Text;

namespace Crisis.Core.Response;

/// <summary>A general problem behind many complaints: what, since when, and whether it is fixed.</summary>
public sealed record KnownProblem
{
    public required string Id { get; init; }
    public required string Watch { get; init; }

    /// <summary>What people name: a product, a place, a service.</summary>
    public required string Target { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>What is being done about it.</summary>
    public string Fix { get; init; } = "";

    public DateTimeOffset? FixedAt { get; init; }

    /// <summary>Who said that it is fixed.</summary>
    public string? FixedBy { get; init; }

    /// <summary>Who entered it.</summary>
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether people who name that mean this, however they write it.</summary>
    public bool Names(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return TextFold.Fold(Target.Trim()) == TextFold.Fold(target.Trim());
    }
}
