using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Engine.Definitions;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Workflows.Definitions;

namespace WorkflowHost.Features.Workflows.Fragments;

/// <summary>Puts ready parts into the draft of a process, and keeps a process as a ready part.</summary>
public sealed partial class FragmentDesk(
    WorkDb db, DefinitionVersions versions, PublishedContent content, Designer designer, IStringLocalizer<Texts> words, TimeProvider clock)
{
    private const int LongestTitle = 80;
    private const int LongestHelp = 500;

    /// <summary>The draft with the part beside what is there; what the editor had saved before is kept.</summary>
    public async Task<DefinitionChange> InsertAsync(Fragment part, string definitionId, CancellationToken ct)
    {
        if (await versions.FindAsync(definitionId, "Latest", ct) is not { } latest)
            return DefinitionChange.Missing;
        var definition = WorkflowDefinition.Parse(latest.Json);
        if (!WorkflowGraft.IsPossible(definition, part.Definition))
            return DefinitionChange.Refused(words["fragments.noFlowchart"]);
        var (grafted, _) = WorkflowGraft.Insert(definition, part.Definition, NewId);
        var model = DefinitionDocument.WithColumns(latest, grafted);
        return await versions.SaveAsync(model, publish: false, isImport: false, SaveOrigin.Unknown, ct);
    }

    /// <summary>A process as it is saved now as a ready part; one with the same title is replaced.</summary>
    /// <returns>What keeps it from being one; empty when it was kept.</returns>
    public async Task<IReadOnlyList<string>> KeepAsync(string definitionId, string? title, string? help, CancellationToken ct)
    {
        (title, help) = (title?.Trim() ?? "", help?.Trim() ?? "");
        if (title.Length is 0 or > LongestTitle || help.Length is 0 or > LongestHelp)
            return [words["fragments.needsWords"]];
        if (await versions.FindAsync(definitionId, "Latest", ct) is not { } latest)
            return [words["fragments.gone"]];
        var definition = WorkflowDefinition.Parse(latest.Json);
        if (!WorkflowGraft.IsPossible(definition, definition) || !ActivityJson.Children(definition.Root).Any())
            return [words["fragments.noFlowchart"]];
        var json = definition.ToJsonObject();
        var key = Key(title);
        (json["id"], json["definitionId"], json["name"], json["description"], json["version"]) = ($"{key}-v1", key, title, help, 1);
        (json["isLatest"], json["isPublished"]) = (true, false);
        json.Remove("createdAt");
        json["customProperties"] = new JsonObject
        {
            ["fragment"] = new JsonObject { ["title"] = new JsonObject { ["es"] = title }, ["help"] = new JsonObject { ["es"] = help } },
        };
        var now = clock.GetUtcNow();
        await new ContentVersions(db, designer.Name, now).AddTextAsync(ContentVersions.FragmentKind, key, json.ToJsonString(ContentJson.Options), ct);
        db.Audit.Add(new AuditEntry { At = now, Actor = designer.Name, Action = "fragment.kept", Subject = "fragment", SubjectId = key });
        await db.SaveChangesAsync(ct);
        await content.RefreshAsync(ct);
        return [];
    }

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private static string Key(string title)
    {
        var plain = new string([.. title.Normalize(System.Text.NormalizationForm.FormD).ToLowerInvariant().Where(char.IsAscii)]);
        return "parte-" + NotName().Replace(plain, "-").Trim('-');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotName();
}
