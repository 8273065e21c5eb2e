using System.Text.Json.Nodes;
using WorkflowHost.Content;
using WorkflowHost.Content.Publications;

namespace WorkflowHost.Features.Publications;

/// <summary>Where content is changed: the builder with the field, Studio with the process, the page of the plan with the row.</summary>
public static class PlaceLinks
{
    /// <summary>The page of a file.</summary>
    public static string Of(string path) => Of(path, "", null);

    public static MistakeRow Of(ContentMistake mistake, ContentJudgement judged)
    {
        var json = judged.Texts.GetValueOrDefault(mistake.File);
        return new MistakeRow(
            mistake, ContentTitle.Of(json) ?? Path.GetFileNameWithoutExtension(mistake.File), PlaceIn(mistake, json), Of(mistake.File, mistake.Path, json, mistake.Code));
    }

    private static string Of(string path, string place, string? json, string code = "")
    {
        var (kind, key) = ContentExport.KindOf(path);
        var name = Uri.EscapeDataString(key);
        return kind switch
        {
            ContentKind.Form when code is "form.untranslated" or "missing-consent-translation" => $"/designer/translations/{name}",
            ContentKind.Form when code == "form.example" => $"/designer/forms/{name}/preview",
            ContentKind.Form when FieldOf(place) is { Length: > 0 } field => $"/designer/forms/{name}?component={Uri.EscapeDataString(field)}",
            ContentKind.Form => $"/designer/forms/{name}",
            ContentKind.Workflow => $"/studio/workflows/definitions/{name}/edit",
            ContentKind.Plan => PlanPlaces.Of(place, json),
            ContentKind.Catalog => $"/designer/plan/catalogs/{name}",
            ContentKind.Dictionary => $"/designer/translations/{Uri.EscapeDataString(key.Split('.')[0])}",
            ContentKind.Screen => "/designer/translations",
            ContentKind.CaseExample => "/designer/try/examples",
            ContentKind.Fragment => "/studio/workflows/definitions",
            ContentKind.Preset => "/designer/forms",
            _ => $"/designer/forms/{name}",
        };
    }

    // The data path of a field; a place in the JSON itself (components[3].…) is none.
    private static string FieldOf(string place)
    {
        var field = place.TrimStart('$').TrimStart('.');
        return field.StartsWith("components", StringComparison.Ordinal) || field is "name" || field.StartsWith("properties", StringComparison.Ordinal) ? "" : field;
    }

    private static string PlaceIn(ContentMistake mistake, string? json)
    {
        var (kind, _) = ContentExport.KindOf(mistake.File);
        if (kind == ContentKind.Workflow && ContentJson.Read(json) is JsonObject process && process["root"] is JsonObject root)
            return ProcessCheck.StepAt(root, mistake.Path) ?? "";
        var place = mistake.Path.TrimStart('$').TrimStart('.');
        return kind switch
        {
            ContentKind.Form => FieldOf(mistake.Path),
            ContentKind.Plan => PlanPlaces.NameOf(place, json) ?? place,
            _ => place,
        };
    }
}
