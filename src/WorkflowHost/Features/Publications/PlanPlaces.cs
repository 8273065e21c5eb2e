using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkflowHost.Content;
using WorkflowHost.Content.Publications;

namespace WorkflowHost.Features.Publications;

/// <summary>Where a part of the plan is changed: the page of its list, or of the thing itself.</summary>
public static partial class PlanPlaces
{
    private const string Plan = "/designer/plan";

    // The address of one thing of a list; the place of {0} is its key.
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["roles"] = Plan + "/roles/{0}",
        ["caseTypes"] = Plan + "/case-types/{0}",
        ["linkKinds"] = Plan + "/link-kinds/{0}",
        ["factTypes"] = Plan + "/fact-types/{0}",
        ["partners"] = Plan + "/partners/{0}",
        ["indicators"] = Plan + "/indicators/{0}",
        ["sites"] = Plan + "/sites/site/{0}",
        ["assignmentRules"] = Plan + "/rules/row/{0}",
        ["deadlines"] = Plan + "/deadlines/{0}",
    };

    /// <param name="path">A path in plan.json, for example <c>$.sites[2].capacity</c>.</param>
    /// <param name="json">The plan that the path is of; null when it is not at hand.</param>
    public static string Of(string path, string? json)
    {
        var (list, entry) = Find(path, json);
        return list is not null && Pages.TryGetValue(list, out var page) && entry?["key"] is JsonValue key
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, page, Uri.EscapeDataString(key.ToString()))
            : Plan;
    }

    /// <summary>What the thing at a path is called; null when the path leads to none.</summary>
    public static string? NameOf(string path, string? json) =>
        Find(path, json).Entry is { } entry ? ContentTitle.Of(entry.ToJsonString()) ?? entry["key"]?.ToString() : null;

    private static (string? List, JsonObject? Entry) Find(string path, string? json)
    {
        var match = Place().Match(path);
        if (!match.Success)
            return (null, null);
        var list = match.Groups[1].Value;
        var entries = ContentJson.Read(json) is JsonObject plan ? plan[list] as JsonArray : null;
        var at = int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
        return (list, entries is not null && at < entries.Count ? entries[at] as JsonObject : null);
    }

    [GeneratedRegex(@"^(?:\$\.)?(\w+)\[(\d{1,6})\]")]
    private static partial Regex Place();
}
