using Crisis.Core.Escalation;

namespace Crisis.Core.Notices;

/// <summary>
/// One message as it will be read, in one language, before any channel gives it a form. All texts are plain: no
/// markup in them means anything, and what came from mentions is masked and harmless.
/// </summary>
public sealed record Notice
{
    /// <summary>The request's id, the same for every repeat and on every channel.</summary>
    public required string Id { get; init; }

    public required string Crisis { get; init; }
    public required string Watch { get; init; }
    public required NoticeReason Reason { get; init; }
    public required CrisisKind Kind { get; init; }
    public required int Severity { get; init; }
    public required CrisisStage Stage { get; init; }
    public required string Recipient { get; init; }

    /// <summary>When it was asked for, in the watch's zone.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Language { get; init; }
    public required string Brand { get; init; }

    /// <summary>Without line breaks, at most 200 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>First line: what happens, how bad, since when.</summary>
    public required string What { get; init; }

    /// <summary>Second line: what is asked of the reader. Never cut.</summary>
    public required string Ask { get; init; }

    /// <summary>Further lines that must be seen at once: it is a drill; for whom it was meant.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public IReadOnlyList<NoticeFact> Facts { get; init; } = [];
    public IReadOnlyList<NoticePost> Posts { get; init; } = [];

    /// <summary>The first is the main one.</summary>
    public IReadOnlyList<NoticeLink> Links { get; init; } = [];

    /// <summary>Where a service that was told may say who acknowledged; null for people.</summary>
    public Uri? Callback { get; init; }

    /// <summary>Small print: the zone, that the links are personal.</summary>
    public IReadOnlyList<string> Foot { get; init; } = [];

    public bool Drill { get; init; }
}
