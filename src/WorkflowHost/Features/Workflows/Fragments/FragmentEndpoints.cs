using WorkflowHost.Content;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Descriptors;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Fragments;

/// <summary>Ready parts for our page around Studio; none of this is Elsa's.</summary>
public static class FragmentEndpoints
{
    public static void MapFragments(this IEndpointRouteBuilder api)
    {
        var fragments = api.MapGroup("/fragments");
        fragments.MapGet("/", List);
        fragments.MapGet("/{key}/picture.svg", Picture);
        fragments.MapPost("/{key}/insertions", InsertAsync);
        fragments.MapPost("/", KeepAsync);
    }

    private static IResult List(PublishedContent content)
    {
        var language = Toolboxes.DesignerLanguage;
        return StudioJson.Ok(new ItemList<FragmentRow>([.. content.Current.Fragments.Select(part => new FragmentRow(
            part.Key, part.Title.In(language), part.Help.In(language), FragmentPicture.Steps(part)))]));
    }

    private static IResult Picture(string key, PublishedContent content) =>
        Find(content, key) is { } part ? Results.Text(FragmentPicture.Svg(part), "image/svg+xml") : Results.NotFound();

    private static async Task<IResult> InsertAsync(
        string key, HttpRequest request, PublishedContent content, FragmentDesk desk, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(request, ct);
        if (Find(content, key) is not { } part || body.Text("definitionId") is not { Length: > 0 } definitionId)
            return Results.NotFound();
        return Answer(await desk.InsertAsync(part, definitionId, ct));
    }

    private static async Task<IResult> KeepAsync(HttpRequest request, FragmentDesk desk, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(request, ct);
        var problems = await desk.KeepAsync(body.Text("definitionId") ?? "", body.Text("title"), body.Text("help"), ct);
        return problems.Count == 0 ? Results.NoContent() : StudioProblem.BadRequest(problems);
    }

    private static IResult Answer(DefinitionChange change) =>
        change.Version is not null ? Results.NoContent() : change.IsMissing ? Results.NotFound() : StudioProblem.BadRequest(change.Problems);

    private static Fragment? Find(PublishedContent content, string key) => content.Current.Fragments.FirstOrDefault(part => part.Key == key);
}
