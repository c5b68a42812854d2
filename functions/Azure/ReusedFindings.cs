using System.Collections.Concurrent;
using Crisis.Core.Sentiment;

namespace Crisis.Functions.Azure;

/// <summary>
/// Findings of texts that this instance has paid for lately: copies and reposts cost nothing. In memory, since a lookup
/// in a store for each text would cost more than it saves.
/// </summary>
public sealed class ReusedFindings(TimeProvider clock)
{
    private const int Most = 50_000;
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<TextToScore, (TextSentiment Finding, long At)> _known = new();

    public TextSentiment? Find(TextToScore text) =>
        _known.TryGetValue(text, out var known) && clock.GetElapsedTime(known.At) < Life ? known.Finding : null;

    public void Keep(TextToScore text, TextSentiment finding)
    {
        if (_known.Count >= Most) _known.Clear();
        _known[text] = (finding, clock.GetTimestamp());
    }
}
