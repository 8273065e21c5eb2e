using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkflowHost.Browser.Product;

/// <summary>The kinds of input editors in Studio's panel that are more than a text or a list. Each gesture waits until it is saved.</summary>
public sealed class StudioInputs(StudioPage studio)
{
    private readonly IPage _page = studio.Page;

    public async Task TickAsync(string label)
    {
        var box = _page.Locator(".mud-checkbox").Filter(new() { HasText = label }).First;
        await box.ScrollIntoViewIfNeededAsync();
        await studio.SavedAfterAsync(() => box.ClickAsync());
    }

    /// <summary>Adds words to an input that takes several, such as outcomes or status codes.</summary>
    public async Task AddWordsAsync(string label, params string[] words)
    {
        foreach (var word in words)
        {
            var box = studio.Control(label).Locator("input").First;
            await box.ClickAsync();
            await studio.SavedAfterAsync(async () =>
            {
                await _page.Keyboard.TypeAsync(word);
                await _page.Keyboard.PressAsync("Enter");
            });
        }
    }

    /// <summary>Writes into the code editor in view; the last one when there are several.</summary>
    public async Task WriteCodeAsync(string code)
    {
        var editor = _page.Locator(".monaco-editor:visible").Last;
        await editor.ScrollIntoViewIfNeededAsync();
        await editor.ClickAsync();
        await studio.SavedAfterAsync(() => _page.Keyboard.InsertTextAsync(code));
    }

    /// <summary>Adds a row to a table of cases or entries.</summary>
    /// <param name="button">What the button says, for example <c>Add case</c>.</param>
    /// <param name="cells">What goes into the cells, by their label.</param>
    public async Task AddRowAsync(string button, params (string Label, string Value)[] cells)
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        foreach (var (label, value) in cells)
        {
            var cell = _page.Locator($"td[data-label=\"{label}\"] input").First;
            await cell.FillAsync(value);
            await cell.PressAsync("Tab");
        }

        await studio.SavedAfterAsync(() => _page.Locator($"tr:has(td[data-label=\"{cells[0].Label}\"] input) button").First.ClickAsync());
    }

    /// <summary>Fills a dialog of the editor and closes it; the labels are those of Studio.</summary>
    public async Task AddByDialogAsync(string button, params (string Label, string Value)[] fields)
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        var dialog = _page.Locator(".mud-dialog");
        foreach (var (label, value) in fields)
        {
            var box = dialog.Locator(".mud-input-control").Filter(new()
            {
                Has = _page.Locator("label", new() { HasTextRegex = new Regex($"^{Regex.Escape(label)}\\*?$") }),
            }).Locator("input,textarea").First;
            await box.FillAsync(value);
            await box.PressAsync("Tab");
        }

        await studio.SavedAfterAsync(() => dialog.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync());
    }
}
