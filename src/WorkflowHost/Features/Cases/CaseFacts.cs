using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Layout;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Cases;

/// <summary>The fields of a case that the person may read, with the plan's labels and the catalogs' words.</summary>
public sealed class CaseFacts(CaseReading reading, PublishedContent content, ScreenTime time, IStringLocalizer<Texts> texts)
{
    /// <summary>Known fields in the plan's order; fields the plan does not know are nobody's to see here.</summary>
    public (IReadOnlyList<CaseFact> Facts, int Hidden) Of(Case file)
    {
        if (content.Current.Plan.FindCaseType(file.Type) is not { } type)
            return ([], 0);

        var data = file.Data();
        var filled = type.Fields.Where(field => data[field.Key] is not null && TextOf(field, data[field.Key]).Length > 0).ToList();
        var readable = filled.Where(field => reading.MayRead(file, field.Sensitivity)).ToList();
        var language = ScreenLanguages.Current.Tag;
        return ([.. readable.Select(field => new CaseFact(field.Label.In(language), TextOf(field, data[field.Key])))], filled.Count - readable.Count);
    }

    private string TextOf(CaseField field, JsonNode? value) => field.Kind switch
    {
        CaseFieldKind.Boolean => value?.GetValueKind() switch
        {
            JsonValueKind.True => texts["yes"],
            JsonValueKind.False => texts["no"],
            _ => "",
        },
        CaseFieldKind.Date => DateOnly.TryParse(CaseText.Of(value).Split('T')[0], CultureInfo.InvariantCulture, out var day) ? time.Day(day) : CaseText.Of(value),
        CaseFieldKind.Number when value is JsonValue number && number.TryGetValue<double>(out var amount) => amount.ToString("#,0.##", CultureInfo.CurrentCulture),
        CaseFieldKind.List => string.Join(", ", ItemsOf(value).Select(item => WordOf(field, item))),
        CaseFieldKind.Catalog => WordOf(field, CaseText.Of(value)),
        _ => CaseText.Of(value),
    };

    private string WordOf(CaseField field, string value) =>
        field.Catalog is { } name && content.Current.Catalogs.GetValueOrDefault(name)?.GetValueOrDefault(value) is { } word ? word : value;

    // A list is an array, or form.io's select boxes: an object of true and false.
    private static IEnumerable<string> ItemsOf(JsonNode? value) => value switch
    {
        JsonArray items => items.Select(CaseText.Of),
        JsonObject boxes => boxes.Where(box => box.Value?.GetValueKind() == JsonValueKind.True).Select(box => box.Key),
        _ => [CaseText.Of(value)],
    };
}
