using Microsoft.Playwright;
using WorkflowHost.Browser.Product;

namespace WorkflowHost.Browser.Changes;

/// <summary>The common page on which drafts are put in force together.</summary>
internal static class Publishing
{
    /// <summary>Publishes whatever is chosen there, which is all drafts, and waits until the product says so.</summary>
    public static async Task PublishAsync(Visitor visitor, string note, string? picture)
    {
        var page = visitor.Page;
        await page.GotoAsync("/designer/publish");
        await page.FillAsync("#note", note);
        if (picture is not null)
            await visitor.PictureAsync(picture);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicar lo elegido" }).ClickAsync();
        try
        {
            await page.WaitForURLAsync(url => url.Contains("done=true", StringComparison.Ordinal));
        }
        catch (TimeoutException)
        {
            throw new ShouldAssertException($"It was not published. The page says: {await page.Locator("main").InnerTextAsync()}");
        }
    }
}
