using System.Net;
using Crisis.Core.Escalation;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Crises;

/// <summary>Lines of the timeline as the life of a crisis writes them, read by a person: no ids, no codes, one language.</summary>
public sealed class TimelineTextSpecs
{
    [Theory]
    [InlineData("tr", "Sinyal: çok sayıda kişi farklı konulardan şikâyetçi · sayılan 308 · olağan 3,9", "signal", "detector=broad-complaint;observed=308;expected=3.9;signal=kuzey-broad-complaint-202603160900")]
    [InlineData("en", "Signal: many people complain, about different things · counted 308 · usual 3.9", "signal", "detector=broad-complaint;observed=308;expected=3.9;signal=kuzey-broad-complaint-202603160900")]
    [InlineData("tr", "Önem: 2 → 1 · yeni sinyal", "severity", "from=2;to=1;reason=signal")]
    [InlineData("tr", "Bilgi toplandı: başladığı yer: örnek akış · ikiye katlanma: 5 dk · konu: teslimat, reklam", "gathered", "began-in=sample;doubling-minutes=5;targets=delivery, advertising")]
    [InlineData("tr", "Bildirildi: yeni sayılar · outbox kanalı", "notice", "reason=update;to=channel:outbox;id=kuzey/update-1/channel:outbox")]
    [InlineData("tr", "Benzer olaylar bulundu: Doğrudan ilgili yöneticiye ulaşan şikâyet", "lessons", "cases=answered-complaint")]
    [InlineData("tr", "Nöbet listesi ve plan alındı: ekip: default · 8 adım", "plan", "team=default;steps=8;config=3f2")]
    [InlineData("en", "Decision: feedback on the detection · noise", "decision", "decision=d1;verb=feedback;outcome=applied;via=page;useful=false")]
    public async Task Line_OfTheLife_IsSaidInWords(string language, string text, string what, string detail)
    {
        await using var site = await SampleSite.StartAsync();
        var line = new CrisisEvent
        {
            At = SampleCrisis.Now,
            Event = what,
            Watch = "kuzey",
            Crisis = SampleCrisis.Id,
            Detail = detail.Split(';').Select(d => d.Split('=')).ToDictionary(d => d[0], d => d[1]),
        };
        await site.Get<Timeline>().AppendAsync(SampleCrisis.Id, SampleCrisis.Lines.Count - 1, [line]);
        using var client = site.Client();
        var html = WebUtility.HtmlDecode(await client.GetStringAsync($"/crises/{SampleCrisis.Id}?lang={language}"));
        html[html.IndexOf("class=\"timeline\"", StringComparison.Ordinal)..].ShouldContain($"<span>{text}</span>");
    }
}
