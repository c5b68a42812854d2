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
    [InlineData("decision", $"/crises/{SampleCrisis.Id}/decide/acknowledge")]
    public async Task Page_InEachLook_CanBeSeen(string name, string path)
    {
        var folder = Environment.GetEnvironmentVariable("CRISIS_SCREENSHOTS");
        Assert.SkipUnless(folder is not null, "CRISIS_SCREENSHOTS names no folder.");
        await using var site = await SampleSite.StartAsync();
        foreach (var (width, dark, language) in ((int, bool, string)[])[(1280, false, "en-GB"), (320, true, "tr-TR")])
        {
            var page = await chromium.OpenAsync(width, dark, language);
            await page.GotoAsync(new Uri(site.Address, path == "survey" ? site.Survey() : path).ToString());
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder!, $"{name}-{width}.png"), FullPage = true });
            await page.Context.CloseAsync();
        }
    }
}
