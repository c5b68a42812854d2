using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Browser;

/// <summary>Pictures to look at, in the folder that <c>CRISIS_SCREENSHOTS</c> names.</summary>
public sealed class ScreenshotSpecs(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("board", "/")]
    [InlineData("crisis", $"/crises/{SampleCrisis.Id}")]
    [InlineData("survey", "survey")]
    [InlineData("open", "/open")]
    [InlineData("readiness", "/readiness")]
    [InlineData("configuration", "/configuration")]
    [InlineData("person", "/configuration/teams/default.yaml/ayse")]
    [InlineData("publishing", "/publishing")]
    [InlineData("drills", "/drills")]
    [InlineData("lessons", "/lessons")]
    [InlineData("actions", "/actions")]
    [InlineData("notices", $"/crises/{SampleCrisis.Id}/notices")]
    [InlineData("report", $"/crises/{SampleCrisis.Id}/report")]
    [InlineData("decision", $"/crises/{SampleCrisis.Id}/decide/acknowledge")]
    public async Task Page_InEachLook_CanBeSeen(string name, string path)
    {
        var folder = Environment.GetEnvironmentVariable("CRISIS_SCREENSHOTS");
        Assert.SkipUnless(folder is not null, "CRISIS_SCREENSHOTS names no folder.");
        await using var site = await SampleSite.StartAsync(state: name is "report" or "actions" ? SampleCrisis.Reported : SampleCrisis.State);
        foreach (var (width, dark, language) in ((int, bool, string)[])[(1280, false, "en-GB"), (390, true, "tr-TR"), (390, false, "tr-TR")])
        {
            var page = await chromium.OpenAsync(width, dark, language);
            await page.GotoAsync(new Uri(site.Address, path == "survey" ? site.Survey() : path).ToString());
            if (name == "publishing")
            {
                await page.FillAsync("#text", "Yeni kampanyamız başlıyor! #kuzeykargoo http://kuzey.example Bilgi: 0532 123 45 67");
                await page.ClickAsync("button.primary");
            }

            await page.ScreenshotAsync(new() { Path = Path.Combine(folder!, $"{name}-{width}-{(dark ? "dark" : "light")}.png"), FullPage = true });
            await page.Context.CloseAsync();
        }
    }
}
