using Crisis.Core.Escalation;
using Crisis.Web.Tests.Samples;
using Microsoft.Playwright;

namespace Crisis.Web.Tests.Browser;

/// <summary>What a person does at night, in a real browser.</summary>
public sealed class ClickSpecs(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Crisis_AcknowledgedAndContained_ByClicking(bool script)
    {
        await using var site = await SampleSite.StartAsync(state: SampleCrisis.State with { ContainmentProposedAt = SampleCrisis.Now });
        var page = await chromium.OpenAsync(390, dark: true, script: script);
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        await page.GotoAsync(site.Address.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Complaint wave" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I am on it" }).ClickAsync();
        await Assertions.Expect(page.Locator(".crisis .lead").GetByText("Ayşe Demir")).ToBeVisibleAsync();
        await page.Locator(".ask").GetByRole(AriaRole.Button, new() { Name = "It is contained" }).ClickAsync();
        await Assertions.Expect(page.Locator(".receipt")).ToBeVisibleAsync();
        var state = await site.Get<CrisisTable>().FindAsync(SampleCrisis.Id);
        state!.ContainedAt.ShouldNotBeNull();
        complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Crisis_AcknowledgedByKeyboardAlone()
    {
        await using var site = await SampleSite.StartAsync();
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(site.Address, $"/crises/{SampleCrisis.Id}").ToString());
        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("Skip to content");
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 6 && await FocusedAsync(page) != "I am on it"; i++) await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("I am on it");
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle")).ShouldBe("solid");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".crisis .lead").GetByText("Ayşe Demir")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Board_LeftOpen_ShowsAndSaysWhatIsNew_AndKeepsWhatIsBeingWritten()
    {
        await using var site = await SampleSite.StartAsync();
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(site.Address, $"/crises/{SampleCrisis.Id}").ToString());
        await page.Locator("#more-note summary").ClickAsync();
        await page.Locator("#note-text").FillAsync("half a sentence");
        using var other = site.Client();
        using var said = await other.SubmitAsync($"/crises/{SampleCrisis.Id}", $"/crises/{SampleCrisis.Id}/decide/acknowledge");
        await Assertions.Expect(page.Locator(".crisis .lead").GetByText("Ayşe Demir")).ToBeVisibleAsync(new() { Timeout = 15000 });
        (await page.Locator("#note-text").InputValueAsync()).ShouldBe("half a sentence");
        await Assertions.Expect(page.Locator("#news")).ToContainTextAsync("Complaint wave", new() { Timeout = 15000 });
        await page.Context.CloseAsync();
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");
}
