using Microsoft.Playwright;

namespace Crisis.Web.Tests.Browser;

/// <summary>One Chromium for all browser tests; tests are skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path)) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags });
    }

    /// <summary>A fresh page of that look; the language is the browser's.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, bool dark = false, string language = "en-GB", bool script = true)
    {
        Assert.SkipUnless(_browser is not null, $"Chromium is not installed ({Path}).");
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 600 ? 720 : 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language,
            JavaScriptEnabled = script,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
