using Crisis.Core.Detection;
using Crisis.Core.Response;

namespace Crisis.Core.Escalation;

/// <summary>
/// Keeps the state small. Caps on every list make it fit as a rule; when a large team meets a long
/// crisis, what can be read elsewhere is let go, the least needed first.
/// </summary>
public static class StateBudget
{
    /// <summary>Fewer than this many characters as JSON.</summary>
    public const int Most = 31_500;

    private static readonly Func<CrisisState, CrisisState>[] Savings =
    [
        s => s with { Spread = s.Spread is { } spread ? spread with { LoudestPosts = SignalDigest.Cut(spread.LoudestPosts, 2, 120), FirstPosts = SignalDigest.Cut(spread.FirstPosts, 2, 120) } : null },
        s => s with { Signals = [.. s.Signals.Select((x, i) => x with { Notes = [], Evidence = i == 0 ? x.Evidence : SignalEvidence.None })] },
        s => s with { Steps = [.. s.Steps.Select(x => x with { Note = Short(x.Note, 40) })] },
        s => s with { Aftermath = s.Aftermath with { Actions = [.. s.Aftermath.Actions.Select(a => a with { Text = ShortText.Cut(a.Text, 100), Reason = Short(a.Reason, 40) })] } },
        s => s with { Aftermath = s.Aftermath with { Causes = [.. s.Aftermath.Causes.Select(c => c with { Text = ShortText.Cut(c.Text, 100) })] } },
        s => s with { Plan = s.Plan is { } plan ? plan with { People = [.. plan.People.Select(p => p with { Away = [.. p.Away.Where(a => a.To >= DateOnly.FromDateTime(s.SeenAt.UtcDateTime).AddDays(-1)).Take(2)] })] } : null },
        s => s with { Spread = s.Spread is { } spread ? spread with { LoudestPosts = [], FirstPosts = [] } : null, Signals = [.. s.Signals.Take(4).Select(x => x with { Evidence = x.Evidence with { Posts = [] } })] },
        s => s with { Spread = s.Spread is { } spread ? spread with { Sources = [.. spread.Sources.Take(3)], Targets = [.. spread.Targets.Take(3)], Hashtags = [.. spread.Hashtags.Take(3)] } : null, Signals = [.. s.Signals.Select(x => x with { Evidence = SignalEvidence.None with { Targets = [.. x.Evidence.Targets.Take(2)], Mentions = x.Evidence.Mentions, Negative = x.Evidence.Negative, Authors = x.Evidence.Authors } })] },
        s => s with { Taken = [.. s.Taken.TakeLast(40)], Last = s.Last is { } last ? last with { Windows = [.. last.Windows.TakeLast(3)] } : null },
        s => s with { Plan = s.Plan is { } plan ? plan with { Channels = [.. plan.Channels.Select(c => new ChannelSettings(c.Type) { Id = c.Id, Purpose = c.Purpose, Language = c.Language })] } : null },
        s => s with { Aftermath = s.Aftermath with { Actions = [.. s.Aftermath.Actions.Select(a => a with { Text = ShortText.Cut(a.Text, 50) })], Causes = [.. s.Aftermath.Causes.Select(c => c with { Text = ShortText.Cut(c.Text, 50) })] } },
        // Addresses stand in the roster too, which is where senders look them up.
        s => s with { Plan = s.Plan is { } plan ? plan with { People = [.. plan.People.Select(p => p with { Phone = null })] } : null },
        s => s with { Plan = s.Plan is { } plan ? plan with { People = [.. plan.People.Select(p => p with { Email = null })] } : null },
    ];

    /// <summary>The state, cut down until it fits, with the JSON of what is not stored apart.</summary>
    /// <param name="before">What it grew out of: where no part has changed, none is measured again.</param>
    internal static (CrisisState State, string Json) Fit(CrisisState state, CrisisState before)
    {
        var fitting = before.Apart > 0 && StateParts.Same(state, before) ? state with { Apart = before.Apart } : Measured(state);
        var rest = StateParts.Rest(fitting);
        for (var i = 0; rest.Length + fitting.Apart > Most && i < Savings.Length; i++)
        {
            fitting = Measured(Savings[i](fitting));
            rest = StateParts.Rest(fitting);
        }

        return (fitting, rest);
    }

    private static CrisisState Measured(CrisisState state) => state with { Apart = StateParts.Length(state) };

    private static string? Short(string? text, int longest) => text is null ? null : ShortText.Cut(text, longest);
}
