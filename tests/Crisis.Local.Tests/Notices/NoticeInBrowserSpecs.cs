using Crisis.Core.Notices;
using Crisis.Core.Notices.Cards;
using Crisis.Core.Notices.Mails;
using Crisis.Core.Tests.Notices;
using Microsoft.Playwright;

namespace Crisis.Local.Tests.Notices;

/// <summary>Cards by Microsoft's own renderer and mails in a narrow window, as people would see them. Pictures go to TestResults/notices.</summary>
public sealed class NoticeInBrowserSpecs
{
    private static readonly string Pictures = Path.Combine(Tools.Root, "TestResults", "notices");

    private const string Show = """
        card => {
          const faults = [];
          AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdownit().render(text); result.didProcess = true; };
          const shown = new AdaptiveCards.AdaptiveCard();
          shown.hostConfig = new AdaptiveCards.HostConfig({ fontFamily: 'sans-serif' });
          const context = new AdaptiveCards.SerializationContext();
          shown.parse(JSON.parse(card), context);
          for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
          shown.validateProperties().validationEvents.forEach(event => faults.push(event.message));
          document.body.appendChild(shown.render());
          return faults;
        }
        """;

    [Theory]
    [InlineData(NoticeReason.First, "tr")]
    [InlineData(NoticeReason.Escalation, "en")]
    [InlineData(NoticeReason.Contained, "tr")]
    public async Task Card_InMicrosoftsRenderer_HasNoFaultsAndActsNowhere(NoticeReason reason, string language)
    {
        await using var browser = await BrowserAsync();
        var (cards, markdown) = (Tools.Node("adaptivecards/dist/adaptivecards.js"), Tools.Node("markdown-it/dist/browser/markdown-it.umd.min.js"));
        Assert.SkipWhen(cards is null || markdown is null, "The packages adaptivecards and markdown-it are not in .tools.");
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 600, Height = 900 } });
        await page.SetContentAsync("<!doctype html><html lang=tr><meta charset=utf-8><body></body></html>");
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = cards });
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = markdown });
        var card = NoticeCard.Card(NoticeSample.Compose(reason, language, team: true)).ToJsonString();

        (await page.EvaluateAsync<string[]>(Show, card)).ShouldBeEmpty();

        (await page.EvalOnSelectorAllAsync<int>("body a, body img, body script:not([src])", "all => all.filter(e => e.closest('.ac-adaptiveCard')).length")).ShouldBe(0);
        (await page.Locator("button").AllInnerTextsAsync()).Count.ShouldBe(2);
        var text = await page.InnerTextAsync("body");
        text.ShouldContain(NoticeSample.Compose(reason, language, team: true).Ask);
        text.ShouldNotContain("\\#");
        if (reason == NoticeReason.First) text.ShouldContain("*Kuzey Kargo* [rezalet](");
        await ShootAsync(page, $"card-{NoticeComposer.Slug(reason)}-{language}");
    }

    [Theory]
    [InlineData(NoticeReason.First, "tr", 320)]
    [InlineData(NoticeReason.Approval, "en", 320)]
    public async Task Mail_InANarrowWindow_NeedsNoScrollingSideways(NoticeReason reason, string language, int width)
    {
        await using var browser = await BrowserAsync();
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 640 }, JavaScriptEnabled = true });
        using var mail = NoticeMail.Render(NoticeSample.Compose(reason, language), NoticeSample.Ayse, new MailSender("kriz@kuzey.example"));
        await page.SetContentAsync(mail.HtmlBody!);

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await page.Locator("a").CountAsync()).ShouldBe(2);
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
        (await page.GetAttributeAsync("html", "lang")).ShouldBe(language);
        (await page.Locator("a").First.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(44);
        await ShootAsync(page, $"mail-{NoticeComposer.Slug(reason)}-{language}");
    }

    private static async Task<IBrowser> BrowserAsync()
    {
        var chromium = Tools.Program("chromium", "chromium-browser", "google-chrome");
        Assert.SkipWhen(chromium is null, "There is no Chromium on the path.");
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        Directory.CreateDirectory(Pictures);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
    }
}
