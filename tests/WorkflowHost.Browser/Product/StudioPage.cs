using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkflowHost.Browser.Product;

/// <summary>
/// Elsa Studio's editor as a designer's hands use it. Every gesture that changes the process waits until the change is saved
/// (Studio saves half a second after each), so that the next one begins from what the server has.
/// </summary>
public sealed class StudioPage(IPage page)
{
    /// <summary>Where a dropped step lands on the canvas, in pixels from its upper left corner.</summary>
    private static readonly TargetPosition Free = new() { X = 300, Y = 60 };

    public IPage Page { get; } = page;

    public ILocator Nodes => Page.Locator(".x6-node");

    /// <summary>Opens the editor of a process and waits until its canvas can be worked on.</summary>
    public async Task OpenAsync(string definitionId, int atLeastNodes = 1)
    {
        await Page.GotoAsync($"/studio/workflows/definitions/{Uri.EscapeDataString(definitionId)}/edit");
        await ReadyAsync(atLeastNodes);
    }

    /// <summary>Waits until the canvas shows its nodes and has stopped moving them into view.</summary>
    public async Task ReadyAsync(int atLeastNodes = 1)
    {
        await Page.Locator(".x6-graph").First.WaitForAsync();
        if (atLeastNodes > 0)
        {
            await Nodes.Nth(atLeastNodes - 1).WaitForAsync();
        }

        await Page.WaitForTimeoutAsync(3000);
    }

    /// <summary>The first node that shows <paramref name="text"/>.</summary>
    public ILocator Node(string text) => Nodes.Filter(new() { HasText = text }).First;

    /// <summary>The first node whose text matches, for example <c>FormTask\d</c> for a freshly dropped one.</summary>
    public ILocator NodeLike(string pattern) => Nodes.Filter(new() { HasTextRegex = new Regex(pattern) }).First;

    /// <summary>Drags an activity from the toolbox to the canvas. It stays selected: its inputs are in the panel below.</summary>
    public Task DropAsync(string category, string activity, TargetPosition? at = null) =>
        SavedAfterAsync(() => DragAsync(category, activity, at));

    /// <summary>The same without waiting for the save.</summary>
    public async Task DragAsync(string category, string activity, TargetPosition? at = null)
    {
        var entry = Page.Locator("[draggable=true]").Filter(new() { HasText = activity }).First;
        if (!await entry.IsVisibleAsync())
        {
            await Page.Locator(".mud-expand-panel-header").Filter(new() { HasText = category }).First.ClickAsync();
            await entry.WaitForAsync();
        }

        await entry.ScrollIntoViewIfNeededAsync();
        await entry.DragToAsync(Page.Locator(".x6-graph").First, new() { TargetPosition = at ?? Free });
    }

    /// <summary>Draws an arrow from an outcome of one node to another node.</summary>
    public async Task ConnectAsync(ILocator from, ILocator to, string port = "Done")
    {
        var start = await PortAsync(from, port);
        var end = await PortAsync(to, "In");
        await SavedAfterAsync(async () =>
        {
            // Beside the middle: there an arrow that already leaves lies on top of the port.
            await Page.Mouse.MoveAsync(start.X + (start.Width / 2) - 4, start.Y + (start.Height / 2) - 7);
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(start.X + 40, start.Y + 25, new() { Steps = 6 });
            await Page.Mouse.MoveAsync(end.X + (end.Width / 2), end.Y + (end.Height / 2), new() { Steps = 12 });
            await Page.Mouse.UpAsync();
        });
    }

    /// <summary>Selects the node that shows <paramref name="text"/>, so that the panel below shows its inputs.</summary>
    public Task SelectAsync(string text) => Node(text).ClickAsync(new() { Position = new() { X = 20, Y = 12 } });

    /// <summary>Chooses from a drop-down input by the title of the choice.</summary>
    public async Task PickAsync(string label, string title)
    {
        await Control(label).ClickAsync();
        await SavedAfterAsync(() => Page.Locator(".mud-popover-open").GetByText(title, new() { Exact = true }).First.ClickAsync());
    }

    /// <summary>Writes into a text input of one or more lines.</summary>
    public async Task SetAsync(string label, string value)
    {
        var box = Control(label).Locator("input,textarea").First;
        await box.WaitForAsync();
        await SavedAfterAsync(async () =>
        {
            await box.FillAsync(value);
            await box.PressAsync("Tab");
        });
    }

    /// <summary>Makes a new, empty process from the list and waits for its canvas.</summary>
    /// <returns>The id of the definition.</returns>
    public async Task<string> CreateAsync(string name)
    {
        await Page.GotoAsync("/studio/workflows/definitions");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create workflow" }).ClickAsync();
        var dialog = Page.Locator(".mud-dialog");
        await dialog.Locator("input").First.FillAsync(name);
        await dialog.Locator("input").First.PressAsync("Tab");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        await Page.WaitForURLAsync(url => url.EndsWith("/edit", StringComparison.Ordinal));
        await ReadyAsync(0);
        return Uri.UnescapeDataString(new Uri(Page.Url).Segments[^2].TrimEnd('/'));
    }

    /// <summary>Opens a tab, for example <c>Variables</c>. Some stand outside the strip that is in view, and some carry a number.</summary>
    public async Task OpenTabAsync(string title)
    {
        await Page.Locator(".mud-tab").Filter(new() { HasTextRegex = new Regex($@"^\s*{title}\s*\d*\s*$", RegexOptions.IgnoreCase) }).First
            .EvaluateAsync("tab => tab.click()");
        await Page.WaitForTimeoutAsync(1000);
    }

    /// <summary>Publishes what the canvas shows; the answer's status says whether it was taken.</summary>
    public async Task<int> PublishAsync()
    {
        var published = SavedAsync("\"publish\":true");
        await Page.Locator(".mud-button-group-root button").First.ClickAsync();
        return await published;
    }

    /// <summary>Runs what the canvas shows and waits until the viewer of that run is open.</summary>
    public async Task RunAsync()
    {
        await Page.Locator("[role=toolbar] button").Last.ClickAsync();
        await Page.WaitForURLAsync(url => url.Contains("/workflows/instances/", StringComparison.Ordinal));
        await Page.Locator("elsa-workflow-instance-viewer .x6-node").First.WaitForAsync();
    }

    /// <summary>The input of the panel below whose label is <paramref name="label"/>.</summary>
    public ILocator Control(string label) => Page.Locator(".mud-input-control")
        .Filter(new() { Has = Page.Locator("label", new() { HasTextRegex = new Regex($"^{Regex.Escape(label)}\\*?$") }) }).First;

    /// <summary>Does something that Studio saves, and waits until the server has taken it.</summary>
    public async Task SavedAfterAsync(Func<Task> gesture)
    {
        var saved = SavedAsync();
        await gesture();
        (await saved).ShouldBe(200);
    }

    /// <summary>The status of the next save whose body holds <paramref name="saying"/>.</summary>
    public async Task<int> SavedAsync(string saying = "") => (await Page.WaitForResponseAsync(response =>
        response.Request.Method == "POST" && response.Url.EndsWith("/workflow-definitions", StringComparison.Ordinal)
        && response.Request.PostData?.Contains(saying, StringComparison.Ordinal) == true)).Status;

    private static async Task<LocatorBoundingBoxResult> PortAsync(ILocator node, string port)
    {
        var box = await node.Locator($"[port=\"{port}\"] .elsa-designer-port-hit-area").First.BoundingBoxAsync();
        return box.ShouldNotBeNull($"the node has no port {port} in view");
    }
}
