namespace Crisis.Core.Notices;

/// <summary>
/// Keys of <see cref="NoticeRequest.Facts"/>. All are optional: what is missing is left out or said in general words.
/// Persons are given by id, times as ISO 8601, texts as people wrote them.
/// </summary>
public static class NoticeFacts
{
    /// <summary>Person who acknowledged, handed over, declared contained, dismissed.</summary>
    public const string By = "by";

    /// <summary>Person it was handed to.</summary>
    public const string To = "to";

    /// <summary>Persons called before, comma-separated.</summary>
    public const string NotAnswered = "not-answered";

    /// <summary>Id of a playbook step.</summary>
    public const string Step = "step";

    /// <summary>Ids of all overdue steps when there are several, comma-separated.</summary>
    public const string Steps = "steps";

    /// <summary>Steps that are the reader's: id, <c>@</c>, ISO time they are due, comma-separated.</summary>
    public const string Assigned = "assigned";

    /// <summary>Id of a draft.</summary>
    public const string Draft = "draft";

    /// <summary>Version of a draft or report.</summary>
    public const string Version = "version";

    /// <summary>Text of a preventive action.</summary>
    public const string Action = "action";

    /// <summary>When a step or action is (or was) due.</summary>
    public const string Due = "due";

    /// <summary>A code of the life of a crisis, or a person's own words.</summary>
    public const string Reason = "reason";

    /// <summary>A note, a draft's text.</summary>
    public const string Text = "text";

    /// <summary>How it ended: a value of CrisisEnd in kebab-case.</summary>
    public const string End = "end";

    /// <summary>What changed since the last update, one a line.</summary>
    public const string Changes = "changes";

    /// <summary>To operations: what is wrong.</summary>
    public const string What = "what";

    /// <summary>To operations: details for whoever looks into it.</summary>
    public const string Detail = "detail";
}
