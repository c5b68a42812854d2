using Crisis.Core.Detection;
using Crisis.Core.Escalation;

namespace Crisis.Core.Aftermath.Lessons;

/// <summary>What a crisis is compared by: its kind, cause, what people named, and tags drawn from its detectors and course.</summary>
internal sealed record LessonTraits(CrisisKind Kind, CrisisCause? Cause, IReadOnlySet<string> Targets, IReadOnlySet<string> Tags)
{
    public static LessonTraits Of(CrisisState crisis)
    {
        var targets = Names(crisis.Spread?.Targets).Concat(crisis.Signals.SelectMany(s => Names(s.Evidence.Targets)));
        var tags = crisis.Signals.SelectMany(s => TagsOf(s.Detector)).ToHashSet(StringComparer.Ordinal);
        if (crisis.Complaints.Routed > 0) tags.Add("complaints");
        if (crisis.Complaints.Answered > 0) tags.Add("network-reply");
        return new LessonTraits(crisis.Kind, crisis.Cause, targets.Select(Fold).ToHashSet(StringComparer.Ordinal), tags);
    }

    public static LessonTraits Of(LessonCase known) =>
        new(known.Kind, null, known.Targets.Select(Fold).ToHashSet(StringComparer.Ordinal), known.Tags.ToHashSet(StringComparer.Ordinal));

    public static string Fold(string name) => Sentiment.Text.TextFold.Fold(name);

    private static IEnumerable<string> Names(IReadOnlyList<EvidenceCount>? counts) => counts?.Take(5).Select(c => c.Name) ?? [];

    private static string[] TagsOf(string detector) => detector switch
    {
        "complaint-wave" => ["complaints"],
        "surge" => ["attention"],
        "mistaken-post" or "own-post" => ["own-post"],
        "campaign" or "campaign-failure" => ["campaign", "own-post"],
        _ => [],
    };
}
