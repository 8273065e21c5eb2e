using Microsoft.Playwright;

namespace WorkflowHost.Browser.Product;

/// <summary>One signed-in person at one browser. Disposing closes the visit and fails when the page complained on the way.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly ProductServer _server;
    private readonly List<string> _complaints = [];

    internal Visitor(IPage page, ProductServer server)
    {
        Page = page;
        _server = server;
        page.SetDefaultTimeout(60_000);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Scheme.StartsWith("http", StringComparison.Ordinal) && url.Host != server.Address.Host)
            {
                _complaints.Add($"A request left the origin: {request.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public async Task SignInAsync(string role)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("input[name=User]", $"{role}@demo.local");
        await Page.FillAsync("input[type=password]", _server.DemoPassword);
        await Page.ClickAsync("form:has(input[type=password]) button");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>The input of a form.io component by its data path in form.io's bracket form, for example <c>miembros][0][nombre</c>.</summary>
    public ILocator Field(string path) => Page.Locator($"[name^=\"data[{path}]\"]");

    public Task AnswerAsync(string path, string value) => Field(path).First.FillAsync(value);

    public Task ChooseAsync(string path, string value) => Field(path).First.SelectOptionAsync(value);

    public Task PickAsync(string path, string value) => Page.CheckAsync($"[name^=\"data[{path}]\"][value=\"{value}\"]");

    public Task TickAsync(string path) => Field(path).First.CheckAsync();

    public async Task AnswerDayAsync(string key, int day, int month, int year)
    {
        var component = Page.Locator($".formio-component-{key}").First;
        await component.Locator("input[type=number]").Nth(0).FillAsync($"{day}");
        await component.Locator("select").First.SelectOptionAsync($"{month}");
        await component.Locator("input[type=number]").Nth(1).FillAsync($"{year}");
    }

    public Task NextPageAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Siguiente" }).ClickAsync();

    /// <summary>Presses the form's button and waits until the product says that the submission is stored.</summary>
    public async Task SendAsync()
    {
        await Page.Locator("#sheet-form button[type=submit]:visible, #sheet-form .btn-wizard-nav-submit:visible").Last.ClickAsync();
        try
        {
            await Page.WaitForURLAsync(url => url.Contains("sent=", StringComparison.Ordinal));
        }
        catch (TimeoutException)
        {
            throw new ShouldAssertException($"The form was not sent. It says: {await Page.Locator("#sheet").InnerTextAsync()}");
        }
    }

    /// <summary>Opens the inbox until a task whose title holds <paramref name="title"/> is there, and opens that task.</summary>
    public async Task OpenTaskAsync(string title)
    {
        var task = Page.Locator("a[href^='/tasks/']").Filter(new() { HasText = title });
        for (var look = 0; look < 20; look++)
        {
            await Page.GotoAsync($"/?q={Uri.EscapeDataString(title)}");
            if (await task.CountAsync() > 0)
            {
                await task.First.ClickAsync();
                await Page.Locator("#sheet-form .formio-component").First.WaitForAsync();
                return;
            }

            // Workers carry the process on after the answer; a person presses reload.
            await Page.WaitForTimeoutAsync(500);
        }

        throw new ShouldAssertException($"No task \"{title}\" appeared. The product printed:\n{_server.Output}");
    }

    /// <summary>A picture for the guides, when the environment variable PICTURES names the folder they are kept in.</summary>
    /// <param name="name">File name without extension, for example <c>04-new-site</c>.</param>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Scale = ScreenshotScale.Css, Animations = ScreenshotAnimations.Disabled });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        _complaints.ShouldBeEmpty();
    }
}
