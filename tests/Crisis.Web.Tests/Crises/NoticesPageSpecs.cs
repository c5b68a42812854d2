using Crisis.Core.Notices;
using Crisis.Core.Notices.Delivery;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Crises;

/// <summary>Who was told, over what, when; and what failed.</summary>
public sealed class NoticesPageSpecs
{
    [Fact]
    public async Task Log_OfACrisis_NamesWhoHowWhenAndWhy()
    {
        await using var site = await SampleSite.StartAsync();
        var log = site.Get<NoticeLog>();
        await log.WriteAsync(Line("person:ayse", "mail", DeliveryStatus.Accepted, null), null);
        await log.WriteAsync(Line("person:mehmet", "mail", DeliveryStatus.Failed, "550 mailbox of 0532 123 45 67 is full"), null);
        using var client = site.Client();
        var html = await client.GetStringAsync($"/crises/{SampleCrisis.Id}/notices?lang=en");
        html.ShouldContain("Ayşe Demir");
        html.ShouldContain("Mehmet Kaya");
        html.ShouldContain("550 mailbox");
        html.ShouldNotContain("0532 123");
        html.ShouldContain("Reached nobody: 1");
        (await client.GetStringAsync($"/crises/{SampleCrisis.Id}")).ShouldContain($"/crises/{SampleCrisis.Id}/notices");
    }

    private static NoticeDelivery Line(string to, string channel, DeliveryStatus status, string? why) => new()
    {
        Notice = $"{SampleCrisis.Id}/first-1/{to}",
        Crisis = SampleCrisis.Id,
        Watch = "kuzey",
        Reason = NoticeReason.First,
        Recipient = to,
        Channel = channel,
        Status = status,
        Attempts = 1,
        FirstAt = SampleCrisis.Now,
        LastAt = SampleCrisis.Now,
        Why = why,
    };
}
