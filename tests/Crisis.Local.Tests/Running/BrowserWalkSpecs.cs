using System.Diagnostics;
using System.Globalization;
using Crisis.Core.Escalation;
using Crisis.Core.Response;
using Crisis.Core.Watching;
using Crisis.Local.Tests.Storage;
using Crisis.Web.Tests.Browser;
using Microsoft.Playwright;

namespace Crisis.Local.Tests.Running;

/// <summary>What a newcomer does with <c>crisis run</c>, in a real browser, from the start to the report.</summary>
public sealed class BrowserWalkSpecs(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    /// <summary>Five seconds are promised and about one is usual; four times as much, so that a busy machine does not fail it.</summary>
    private static readonly TimeSpan BoardUp = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private const float Patient = 120_000;

    [Fact]
    public async Task Newcomer_WalksFromTheBoardToTheReport_AndGoesOnAfterCtrlC()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        string[] arguments = ["run", "--data", data, "--port", RunningProgram.FreePort().ToString(CultureInfo.InvariantCulture), "--haste", "16"];
        var began = Stopwatch.GetTimestamp();
        using var program = RunningProgram.Start(arguments);
        var board = await program.BoardAsync();
        using (var http = new HttpClient()) (await http.GetStringAsync(new Uri(board))).ShouldContain("Kuzey Kargo");
        var up = Stopwatch.GetElapsedTime(began);
        output.WriteLine($"The board answered {up.TotalSeconds:F1} s after the process was started.");
        up.ShouldBeLessThan(BoardUp);

        var page = await chromium.OpenAsync();
        page.SetDefaultTimeout(Patient);
        await page.GotoAsync(board);
        var tile = page.Locator(".tiles li").First;
        var before = await tile.InnerTextAsync();
        await Assertions.Expect(tile).Not.ToHaveTextAsync(before, new() { Timeout = Patient });
        await page.Locator(".cards").GetByRole(AriaRole.Link).First.ClickAsync(new() { Timeout = Patient });
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Complaint wave");

        using var inside = new PlayedCrisis(data);
        using var changes = new FolderChanges(data);
        await RealTimeWhileAskedAsync(inside, changes);
        await ButtonAsync(page.Locator(".ask"), "I am on it");
        await Assertions.Expect(page.Locator(".crisis .lead").GetByText("Ayşe Demir")).ToBeVisibleAsync();
        for (var done = 1; done <= 2; done++)
        {
            await ButtonAsync(page.Locator(".steps li.open").First, "Done");
            await Assertions.Expect(page.Locator(".steps li.done")).ToHaveCountAsync(done, new() { Timeout = Patient });
        }

        await changes.UntilAsync(async () => (await inside.NewestAsync())!.ContainmentProposedAt is not null, Longest);
        await ButtonAsync(page.Locator(".ask"), "It is contained");
        await changes.UntilAsync(async () => (await inside.NewestAsync()) is { RecoveredAt: not null, Aftermath.ReportVersion: > 0 }, Longest);
        var crisis = (await inside.NewestAsync())!;
        crisis.Relapses.ShouldBe(0);
        crisis.Steps.Count(step => step.Status == StepStatus.Done).ShouldBe(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Read the report" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Kuzey Kargo");

        (await program.InterruptAsync()).ShouldBe(0);
        program.Messages.ShouldContain($"Stopped. The same --data goes on where it was: {data}");
        var place = UtcTime.Parse(await inside.ToldAsync());

        using var again = RunningProgram.Start(arguments);
        await page.GotoAsync(await again.BoardAsync());
        await Assertions.Expect(page.Locator($"a[href='/crises/{crisis.Id}']").First).ToBeVisibleAsync();
        await changes.UntilAsync(async () => UtcTime.Parse(await inside.ToldAsync()) > place, Longest);
        (await inside.AllAsync()).Count(one => one.Id == crisis.Id).ShouldBe(1);
        (await again.InterruptAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    /// <summary>While nobody has acknowledged, the sample's clock goes like the wall's.</summary>
    private static async Task RealTimeWhileAskedAsync(PlayedCrisis inside, FolderChanges changes)
    {
        await changes.UntilAsync(async () => await inside.NewestAsync() is { Stage: CrisisStage.Respond }, Longest);

        // The step that was under way may still have the quick pace; the second place noted from here on has not.
        var from = UtcTime.Parse(await inside.ToldAsync())!.Value;
        for (var noted = 0; noted < 2; noted++)
        {
            var before = from;
            await changes.UntilAsync(async () => (from = UtcTime.Parse(await inside.ToldAsync())!.Value) > before, Longest);
        }

        var (at, place) = (Stopwatch.GetTimestamp(), from);
        await changes.UntilAsync(async () => (place = UtcTime.Parse(await inside.ToldAsync())!.Value) - from >= TimeSpan.FromSeconds(4), Longest);
        (place - from).ShouldBeLessThan(Stopwatch.GetElapsedTime(at) + TimeSpan.FromSeconds(3));
    }

    // The page renews itself while one aims; a click that met the old part is made again.
    private static async Task ButtonAsync(ILocator within, string name) =>
        await within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
}
