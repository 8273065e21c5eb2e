using Microsoft.Playwright;

namespace WorkflowHost.Browser.Product;

/// <summary>The system's Chromium: Playwright's own download is not needed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/homebrew/bin/chromium"];

    private IPlaywright? _playwright;

    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is not installed. tests/run installs it; on Debian: apt-get install chromium.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A fresh visitor; <paramref name="width"/> in CSS pixels (360 for a phone, 1366 for an old laptop).</summary>
    public Task<IBrowserContext> VisitorAsync(Uri address, int width = 1366, int height = 768) =>
        _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "es-MX",
            TimezoneId = "America/Tijuana",
        });

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
