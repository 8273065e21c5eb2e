using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>The links whose presence lets Studio edit (elsa-studio-contract 2.0.8). Without <c>publish</c> the editor only shows.</summary>
public static class DefinitionLinks
{
    public static IReadOnlyList<Link> OfDefinition(string definitionId, string versionId, bool isWritable)
    {
        var path = $"/workflow-definitions/{definitionId}";
        List<Link> links =
        [
            new($"/workflow-definitions/by-definition-id/{definitionId}", "self", "GET"),
            new($"/workflow-definitions/by-id/{versionId}", "self", "GET"),
            new($"{path}/versions", "versions", "GET"),
            new($"{path}/bulk-dispatch", "bulk-dispatch", "POST"),
            new($"{path}/dispatch", "dispatch", "POST"),
            new($"{path}/execute", "execute", "POST"),
            new($"{path}/export", "export", "GET"),
        ];
        if (isWritable)
        {
            links.AddRange(
            [
                new($"{path}/publish", "publish", "POST"),
                new($"{path}/retract", "retract", "POST"),
                new(path, "delete", "DELETE"),
                new("/workflow-definitions/import", "import", "POST"),
                new($"{path}/update-references", "update-references", "POST"),
            ]);
        }

        return links;
    }

    public static IReadOnlyList<Link> OfList { get; } =
    [
        new("/workflow-definitions", "self", "GET"),
        new("/workflow-definitions/validation/is-name-unique", "is-name-unique", "GET"),
        new("/workflow-definitions/query/count", "count", "GET"),
        new("/workflow-definitions/many-by-id", "many-by-id", "GET"),
        new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
        new("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
        new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
        new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
        new("/workflow-definitions/import", "import", "POST"),
        new("/workflow-definitions/import-files", "import-files", "POST"),
        new("/workflow-definitions", "create", "POST"),
    ];
}
