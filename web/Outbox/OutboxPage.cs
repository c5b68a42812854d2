using Crisis.Web.Hosting;

namespace Crisis.Web.Outbox;

/// <summary>On the machine itself: the cards and mails of the outbox folder, to look at.</summary>
public sealed class OutboxPage : IPage
{
    private const int Most = 100;

    public string Path => "/outbox";

    public PageAccess Access => PageAccess.Machine;

    public ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var messages = OutboxFiles.Newest(visit.Settings, Most);
        return new(new PageAnswer.View(typeof(OutboxView), new OutboxModel(messages), visit.Words["nav.outbox"]) { Section = "outbox", Live = 4 });
    }
}
