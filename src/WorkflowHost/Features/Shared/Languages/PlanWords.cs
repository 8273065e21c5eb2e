using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Shared.Languages;

/// <summary>The vocabulary of the plan in the language of the screen: what a role may do and read, and what changed.</summary>
public sealed class PlanWords(IStringLocalizer<Texts> texts)
{
    private const int Longest = 80;

    /// <summary>Permissions as they belong together on a page, in its order.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> PermissionGroups { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["work"] = [Permissions.WorkTasks, Permissions.StartForms, Permissions.ReadCases, Permissions.ReadSites],
        ["know"] = [Permissions.ReadIndicators, Permissions.ReadAudit],
        ["design"] = [Permissions.DesignWorkflows, Permissions.DesignForms, Permissions.DesignPlan],
        ["keep"] = [Permissions.ManageWebhooks, Permissions.ManageUsers],
    };

    /// <summary>With a capital, as in a list.</summary>
    public string Permission(string permission) => Capital(Find("permission.", permission));

    public string Sensitivity(Sensitivity sensitivity) => texts["sight." + Word(sensitivity)];

    /// <summary>What was done, from the word of the audit trail.</summary>
    public string Act(string action) => Find("audit.", action);

    /// <summary>One change of the plan as a sentence.</summary>
    public string Change(PlanChange change) => Capital(change.Kind switch
    {
        PlanChangeKind.Added => texts["plan.change.added", Thing(change)],
        PlanChangeKind.Removed => texts["plan.change.removed", Thing(change)],
        PlanChangeKind.Moved => texts[IsUp(change) ? "plan.change.up" : "plan.change.down", Thing(change), change.After ?? ""],
        PlanChangeKind.Gained => Known(change, "gained", change.After) ?? texts["plan.change.gained", Thing(change), Property(change), Value(change, change.After)],
        PlanChangeKind.Lost => Known(change, "lost", change.Before) ?? texts["plan.change.lost", Thing(change), Property(change), Value(change, change.Before)],
        PlanChangeKind.Changed => Changed(change),
        _ => throw new InvalidOperationException($"Unknown change {change.Kind}."),
    });

    private string Changed(PlanChange change)
    {
        if (change.Before is "true" or "false" or null && change.After is "true" or "false" or null
            && texts[$"plan.change.{change.Property}.{change.After ?? "false"}", Thing(change)] is { ResourceNotFound: false } known)
            return known;
        if (IsCode(change.Before) || IsCode(change.After))
            return texts["plan.change.differs", Thing(change), Property(change)];
        return (change.Before, change.After) switch
        {
            (null, _) => texts["plan.change.set", Thing(change), Property(change), Value(change, change.After)],
            (_, null) => texts["plan.change.unset", Thing(change), Property(change), Value(change, change.Before)],
            _ => texts["plan.change.changed", Thing(change), Property(change), Value(change, change.Before), Value(change, change.After)],
        };
    }

    // "can no longer start forms" says more than "permissions no longer has forms.start".
    private string? Known(PlanChange change, string kind, string? value) =>
        texts[$"plan.change.{kind}.{change.Property}", Thing(change), Value(change, value)] is { ResourceNotFound: false } known ? known.Value : null;

    private string Thing(PlanChange change)
    {
        if (change.Subject.Length == 0)
            return texts["plan.subject.plan"];
        var kind = Find("plan.subject.", change.Subject);
        return change.Within is { Length: > 0 } within
            ? texts["plan.change.within", kind, change.Name, within]
            : texts["plan.change.thing", kind, change.Name];
    }

    private string Property(PlanChange change)
    {
        var parts = change.Property.Split('.', 2);
        var name = Find("plan.property.", parts[0]);
        if (parts.Length > 1)
            name = $"{name} ({parts[1]})";
        return change.Language is { } language && language != "es" ? $"{name} ({language})" : name;
    }

    private string Value(PlanChange change, string? value) => value switch
    {
        null => "–",
        "true" => texts["change.yes"],
        "false" => texts["change.no"],
        _ when change.Property == "permissions" => Find("permission.", value),
        _ when change.Property == "sensitivity" && texts["sensitivity." + value] is { ResourceNotFound: false } known => known.Value.ToLowerInvariant(),
        _ => value.Length > Longest ? string.Concat(value.AsSpan(0, Longest), "…") : value,
    };

    private string Find(string prefix, string word) => texts[prefix + word] is { ResourceNotFound: false } known ? known.Value : word;

    private static bool IsUp(PlanChange change) =>
        int.TryParse(change.Before, out var before) && int.TryParse(change.After, out var after) && after < before;

    // Conditions are JSON and filters may be scripts: that they changed is told, how is seen on their page.
    private static bool IsCode(string? value) => value is ['{' or '[', ..];

    private static string Word(Sensitivity sensitivity) => sensitivity.ToString().ToLowerInvariant();

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
