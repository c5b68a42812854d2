namespace Crisis.Core.Response;

/// <summary>A single complaint handed to customer service. Times UTC.</summary>
public sealed record Complaint
{
    /// <summary>Stable: made from the mention's source and native id.</summary>
    public required string Id { get; init; }

    public required string Crisis { get; init; }
    public required string Source { get; init; }

    /// <summary>Native id of the mention.</summary>
    public required string Mention { get; init; }

    /// <summary>When the customer wrote it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Masked, at most 500 characters; empty once its author has deleted it.</summary>
    public string Text { get; init; } = "";

    public string? Url { get; init; }
    public DateTimeOffset? RoutedAt { get; init; }

    /// <summary>When and how it was answered: <c>callback</c>, <c>network</c> when the brand's reply was seen, or the id of the person who said so.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public string? AnsweredBy { get; init; }

    /// <summary>Good (true) or bad (false) reaction to the answer; null while there is none.</summary>
    public bool? Reaction { get; init; }
}
