using Crisis.Core.Detection.Volume;

namespace Crisis.Core.Detection;

/// <summary>
/// A closed window as it was judged, with what was known before and after: the next look at the watch takes it as it is
/// when nothing of that has changed.
/// </summary>
internal sealed record JudgedWindow(
    VolumeState MentionsBefore,
    IReadOnlyDictionary<string, VolumeState> NegativesBefore,
    VolumeOptions Options,
    VolumeState Mentions,
    IReadOnlyDictionary<string, VolumeState> Negatives,
    WindowJudgement Judgement)
{
    /// <summary>Would be judged just so again.</summary>
    public bool IsStillTrue(WatchMemory memory, WindowCounts window, VolumeOptions options)
    {
        var before = Judgement.Counts;
        return before.Start == window.Start
            && ReferenceEquals(MentionsBefore, memory.Mentions)
            && ReferenceEquals(NegativesBefore, memory.Negatives)
            && (ReferenceEquals(before, window) || (before.Mentions == window.Mentions && before.Unscored == window.Unscored && SameScores(before, window)))
            && Options == options;
    }

    private static bool SameScores(WindowCounts left, WindowCounts right)
    {
        if (left.Analysers.Count != right.Analysers.Count) return false;
        // In the same order too: who scored most is the first of equals.
        using var others = right.Analysers.GetEnumerator();
        foreach (var (name, count) in left.Analysers)
        {
            others.MoveNext();
            if (others.Current.Key != name || others.Current.Value.Mentions != count.Mentions || others.Current.Value.Negative != count.Negative) return false;
        }

        return true;
    }
}
