using Crisis.Web.Hosting;

namespace Crisis.Web.Outbox;

/// <summary>On the machine itself: the cards and mails of the outbox folder, to look at.</summary>
public sealed class OutboxPage : IPage
{
    public string Path => "/outbox";

    public PageAccess Access => PageAccess.Machine;

    public ValueTask<PageAnswer> GetAsync(PageVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var files = OutboxFiles.In(visit.Settings).Take(200).ToList();
        return new(new PageAnswer.View(typeof(OutboxView), new OutboxModel([.. files.Select(OutboxMessage.Of)]), visit.Words["nav.outbox"]) { Section = "outbox", Live = 4 });
    }
}
