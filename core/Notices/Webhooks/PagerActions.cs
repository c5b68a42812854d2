namespace Crisis.Core.Notices.Webhooks;

/// <summary>Which notices wake, quieten or end an alert. One alert a crisis; one a watch for trouble of the product itself.</summary>
internal static class PagerActions
{
    public static PagerAction Of(NoticeReason reason) => reason switch
    {
        NoticeReason.First or NoticeReason.Reminder or NoticeReason.Escalation or NoticeReason.Operations => PagerAction.Trigger,
        NoticeReason.Stale or NoticeReason.Relapse => PagerAction.TriggerAgain,
        NoticeReason.Acknowledged => PagerAction.Acknowledge,
        NoticeReason.Contained or NoticeReason.Recovered or NoticeReason.Closed or NoticeReason.Dismissed => PagerAction.Resolve,
        _ => PagerAction.None,
    };

    public static string Key(Notice notice) =>
        QuotedText.Cut(notice.Crisis.Length == 0 || notice.Reason == NoticeReason.Operations ? $"operations/{notice.Watch}" : notice.Crisis, 250);
}
