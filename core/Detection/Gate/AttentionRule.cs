using Crisis.Core.Detection.Signals;

namespace Crisis.Core.Detection.Gate;

/// <summary>
/// Many look, few complain. A surge is handed over when people complain more than is usual here (<see cref="Tone"/>). The
/// newest half hour counts as much as the whole event, so that a joke that turns is not a joke any more. Where complaining
/// is the usual tone, so that no share can rise, many times the usual number is a matter by itself if it lasts. One who
/// writes fifty times is loud, not many.
/// </summary>
internal static class AttentionRule
{
    /// <summary>With the usual mix, and that mostly complaints: so many times the expected, for so long, with so many.</summary>
    private const double UsuallySour = 0.55, Sour = 0.6, Times = 4, Complaints = 25;

    /// <summary>Fewer people than this who complain, where many mentions come from few, are loud, not many.</summary>
    private const double Voices = 5, Few = 0.6;

    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(30);

    /// <summary>Why it is only attention; null when it is more.</summary>
    public static string? Hold(Signal signal, GateContext context)
    {
        if (signal.Detector is not (DetectorNames.Surge or DetectorNames.NegativeSurge) || SurgeRules.MostlyUnscored(context.Event)) return null;
        var (voices, repeated) = (Tone.VoicesOf(context.Event), context.Event.Authors.Count < Few * context.Event.Mentions);
        if (voices < Voices && repeated && context.Event.Complaints >= Voices) return FormattableString.Invariant($"{context.Event.Complaints} complaints, few people");
        if (IsComplaint(context)) return null;
        var share = Tone.ShareOf(context.Event);
        var large = context.Habits.NegativeShare >= UsuallySour && share >= Sour && context.Event.Complaints >= Complaints && signal.Observed >= Times * Math.Max(1, signal.Expected);
        if (large && context.Now - signal.Since >= Lasting) return null;
        return FormattableString.Invariant($"{share:0 %} negative, usually {context.Habits.NegativeShare:0 %}");
    }

    /// <summary>People complain, in the event or in its newest half hour.</summary>
    public static bool IsComplaint(GateContext context) =>
        Tone.IsComplaint(context.Event, context.Habits) || Tone.IsComplaint(context.Recent, context.Habits);
}
