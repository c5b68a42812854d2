namespace Crisis.Core.Mentions.Rechecks;

/// <summary>What a walk over stored mentions did.</summary>
/// <param name="Asked">Mentions that a network was asked for again.</param>
/// <param name="Changed">Of those, with another text or engagement.</param>
/// <param name="Gone">Of those, deleted.</param>
/// <param name="Revised">Crises that were told of edited or deleted posts.</param>
public sealed record RecheckReport(int Asked, int Changed, int Gone, int Revised)
{
    public static RecheckReport Nothing { get; } = new(0, 0, 0, 0);

    internal static RecheckReport Sum(RecheckReport a, RecheckReport b) =>
        new(a.Asked + b.Asked, a.Changed + b.Changed, a.Gone + b.Gone, a.Revised + b.Revised);
}
