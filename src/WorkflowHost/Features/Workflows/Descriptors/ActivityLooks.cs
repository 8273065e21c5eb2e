using WorkflowHost.Activities;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>
/// The colour and icon of an activity, by names that <c>looks.css</c> knows. Studio has its own only for Elsa's types and lets
/// nobody add any, so the page paints them; they travel in the descriptor and never reach a definition.
/// </summary>
internal static class ActivityLooks
{
    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        [ActivityShape.People] = "people",
        [ActivityShape.CaseWork] = "cases",
        [ActivityShape.Places] = "places",
        [ActivityShape.Outside] = "outside",
        ["Primitives"] = "basic",
        ["Flow"] = "flow",
        ["Branching"] = "branching",
        ["Looping"] = "looping",
        ["Composition"] = "composition",
        ["Scheduling"] = "time",
        ["Timers"] = "time",
        ["HTTP"] = "http",
        ["Console"] = "console",
    };

    private static readonly Dictionary<string, string> Icons = new(StringComparer.Ordinal)
    {
        ["FormTask"] = "ui-checks",
        ["FormReceived"] = "inbox-fill",
        ["CreateCase"] = "folder-plus",
        ["UpdateCase"] = "pencil-square",
        ["GetCase"] = "folder2-open",
        ["FindCase"] = "search",
        ["LinkCases"] = "link-45deg",
        ["FindLinkedCases"] = "diagram-2-fill",
        ["RecordFact"] = "graph-up",
        ["ReservePlace"] = "calendar2-plus",
        ["OccupyPlace"] = "house-check-fill",
        ["ReleasePlace"] = "house-dash-fill",
        ["SetSiteState"] = "building-gear",
        ["Refer"] = "send-fill",
        ["EmitEvent"] = "megaphone-fill",
    };

    /// <summary>The names of all icons; a test compares them with the style sheet.</summary>
    public static IReadOnlyCollection<string> AllIcons => Icons.Values;

    /// <summary>The names of all colours.</summary>
    public static IReadOnlyCollection<string> AllColours => [.. Colours.Values.Append("other").Distinct()];

    /// <param name="described">The descriptor as it was written, before any translation.</param>
    /// <param name="shown">What will be sent.</param>
    public static ActivityDescriptor Paint(ActivityDescriptor described, ActivityDescriptor shown)
    {
        var properties = (System.Text.Json.Nodes.JsonObject)shown.CustomProperties.DeepClone();
        properties["Look"] = Colours.GetValueOrDefault(described.Category, "other");
        if (described.TypeName.StartsWith(ActivityShape.Prefix, StringComparison.Ordinal) && Icons.TryGetValue(described.Name, out var icon))
            properties["Icon"] = icon;
        return shown with { CustomProperties = properties };
    }
}
