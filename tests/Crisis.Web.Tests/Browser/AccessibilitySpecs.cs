using Crisis.Core.Escalation;
using Crisis.Web.Tests.Samples;

namespace Crisis.Web.Tests.Browser;

/// <summary>Every page through axe-core, light and dark, wide and narrow: no violation of any rule.</summary>
public sealed class AccessibilitySpecs(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Check = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))";

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(320, false)]
    public async Task Pages_InEveryLook_HaveNoViolations(int width, bool dark)
    {
        var axe = Axe();
        await using var site = await SampleSite.StartAsync();
        // Whoever decides about thresholds finds a table of what was said.
        foreach (var detector in (string[])["*", "negative-surge"]) await site.Get<DetectorFeedbacks>().SaveAsync(new DetectorFeedback("kuzey", detector, SampleCrisis.Id, false, "ayse", SampleCrisis.Now, null));
        var page = await chromium.OpenAsync(width, dark, dark ? "tr-TR" : "en-GB");
        var found = new List<string>();
        foreach (var path in SamplePaths.All(site))
        {
            await page.GotoAsync(new Uri(site.Address, path).ToString());
            await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => d.open = true)");
            await page.EvaluateAsync(axe);
            found.AddRange((await page.EvaluateAsync<string[]>(Check)).Select(v => $"{path} {v}"));
            var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
            if (overflow > 0) found.Add($"{path} is {overflow} px too wide");
        }

        await page.Context.CloseAsync();
        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task Report_AsAFile_HasNoViolations(int width, bool dark)
    {
        var axe = Axe();
        await using var site = await SampleSite.StartAsync(state: SampleCrisis.Reported);
        using var client = site.Client();
        var page = await chromium.OpenAsync(width, dark);
        await page.SetContentAsync(await client.GetStringAsync($"/crises/{SampleCrisis.Id}/report"));
        await page.EvaluateAsync(axe);
        (await page.EvaluateAsync<string[]>(Check)).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0);
        await page.Context.CloseAsync();
    }

    private static string Axe()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Crisis.Serverless.sln"))) root = root.Parent;
        var file = Path.Combine(root?.FullName ?? "", ".tools", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(file), $"axe-core is not installed ({file}).");
        return File.ReadAllText(file);
    }
}
