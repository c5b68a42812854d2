using Crisis.Core.Escalation;
using Crisis.Core.Response;

namespace Crisis.Core.Aftermath.Lessons;

/// <summary>A case of the shipped library: told in general words, of no real brand.</summary>
public sealed record LessonCase
{
    /// <summary>Anchor on the page of lessons.</summary>
    public required string Id { get; init; }

    public required CrisisKind Kind { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText Happened { get; init; }
    public required LocalText Worked { get; init; }
    public required LocalText TakeOver { get; init; }

    /// <summary>What people named, as the target table calls it.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>What makes it like others: <c>complaints</c>, <c>outage</c>, <c>own-post</c>, <c>campaign</c>…</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
