using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Places;

/// <summary>Between a site of plan.json and its form. Members of the site that no field shows stay as they are.</summary>
public static class SiteJson
{
    public static SiteInput Read(Site site) => new()
    {
        Key = site.Key,
        Title = site.Title.Texts.ToDictionary(t => t.Key, t => (string?)t.Value),
        Address = site.Address,
        State = site.State,
        Capacity = site.Capacity.ToDictionary(c => c.Key, c => (string?)c.Value.ToString(CultureInfo.InvariantCulture)),
        Features = site.Features.ToDictionary(f => f.Key, f => (string?)(f.Value.GetValueKind() == JsonValueKind.String ? f.Value.GetValue<string>() : f.Value.ToJsonString())),
        Figures = Texts(site.Figures),
        Ratios = Texts(site.Ratios),
        OverCapacityReason = site.OverCapacityReason.Texts.ToDictionary(t => t.Key, t => (string?)t.Value),
    };

    public static void Write(SiteInput input, JsonObject site, Plan plan)
    {
        site["title"] = Languages(input.Title, site["title"]);
        site["state"] = char.ToLowerInvariant(input.State.ToString()[0]) + input.State.ToString()[1..];
        Put(site, "address", string.IsNullOrWhiteSpace(input.Address) ? null : input.Address.Trim());
        site["capacity"] = Numbers(input.Capacity, whole: true) ?? [];
        Put(site, "features", Features(input.Features, plan));
        Put(site, "figures", Numbers(input.Figures, whole: false));
        Put(site, "ratios", Numbers(input.Ratios, whole: false));
        var reason = Languages(input.OverCapacityReason, site["overCapacityReason"]);
        Put(site, "overCapacityReason", reason.Count > 0 ? reason : null);
    }

    // What is no number is kept as it was typed: the draft then says so at its place.
    private static JsonObject? Numbers(Dictionary<string, string?> texts, bool whole)
    {
        var numbers = new JsonObject();
        foreach (var (key, text) in texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)))
        {
            var typed = text!.Trim().Replace(',', '.'); // blank ones were left out
            if (whole && int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count))
                numbers[key] = count;
            else if (!whole && decimal.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                numbers[key] = number;
            else
                numbers[key] = typed;
        }

        return numbers.Count > 0 ? numbers : null;
    }

    private static JsonObject? Features(Dictionary<string, string?> texts, Plan plan)
    {
        var features = new JsonObject();
        foreach (var (key, text) in texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)))
        {
            var typed = text!.Trim(); // blank ones were left out
            features[key] = plan.SiteFeatures.FirstOrDefault(f => f.Key == key)?.Kind switch
            {
                CaseFieldKind.Boolean => typed == "true",
                CaseFieldKind.Number when decimal.TryParse(typed.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
                _ => typed,
            };
        }

        return features.Count > 0 ? features : null;
    }

    public static JsonObject Languages(Dictionary<string, string?> texts, JsonNode? before)
    {
        var kept = before is JsonObject old ? (JsonObject)old.DeepClone() : [];
        foreach (var (language, text) in texts)
            Put(kept, language, string.IsNullOrWhiteSpace(text) ? null : text.Trim());
        return kept;
    }

    private static Dictionary<string, string?> Texts(IReadOnlyDictionary<string, decimal> numbers) =>
        numbers.ToDictionary(n => n.Key, n => (string?)n.Value.ToString(CultureInfo.InvariantCulture));

    private static void Put(JsonObject json, string name, JsonNode? value)
    {
        if (value is null)
            json.Remove(name);
        else
            json[name] = value;
    }
}
