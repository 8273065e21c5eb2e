using Microsoft.AspNetCore.WebUtilities;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Features.Workflows.Migrations;

/// <param name="Versions">Versions to choose from, newest first: version id and number.</param>
/// <param name="Gaps">Steps at which instances stand and that the new version does not have.</param>
/// <param name="Folios">Folio of the case an instance is about, by instance id.</param>
/// <param name="Refusal">Key of a text; null when nothing was refused.</param>
public sealed record MigrationPreviewPage(
    MigrationDraft Draft,
    string Name,
    MigrationPreview Preview,
    IReadOnlyList<KeyValuePair<string, int>> Versions,
    IReadOnlyList<StepGap> Gaps,
    PageOf<InstanceForecast> Rows,
    IReadOnlyDictionary<string, string> Folios,
    string? Refusal)
{
    /// <summary>The same preview, showing only that verdict; null shows all.</summary>
    public string Address(MigrationVerdict? verdict)
    {
        var query = new List<KeyValuePair<string, string?>> { new("definition", Draft.Definition), new("to", Preview.Plan.ToVersionId) };
        foreach (var (from, into) in Preview.Plan.Renamed)
        {
            query.Add(new("from", from));
            query.Add(new("into", into));
        }

        if (verdict is not null)
            query.Add(new("verdict", verdict.ToString()));
        return QueryHelpers.AddQueryString("/designer/migrations/preview", query);
    }
}

/// <param name="Chosen">Activity id the designer named for it; null when none.</param>
/// <param name="Count">How many instances stand there.</param>
/// <param name="Choices">Steps of the same kind in the new version: activity id and display name.</param>
public sealed record StepGap(
    string Id, string Name, string? Chosen, int Count, IReadOnlyList<KeyValuePair<string, string>> Choices);
