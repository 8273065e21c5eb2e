using Microsoft.AspNetCore.WebUtilities;
using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Shared.Layout;

/// <summary>What the line below a list needs: where we are, and addresses that keep every filter.</summary>
public sealed record PagerLine(int Number, int Pages, int First, int Last, int Total)
{
    public static PagerLine Of<T>(PageOf<T> page) => new(page.Number, page.Pages, page.First, page.Last, page.Total);

    public string To(HttpContext context, int page)
    {
        var query = context.Request.Query
            .Where(pair => pair.Key != "page")
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return QueryHelpers.AddQueryString(context.Request.Path, query.Append(KeyValuePair.Create("page", (string?)page.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }
}
