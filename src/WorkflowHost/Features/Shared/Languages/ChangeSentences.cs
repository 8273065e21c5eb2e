using Microsoft.Extensions.Localization;
using WorkflowHost.Content;
using WorkflowHost.Content.Publications;

namespace WorkflowHost.Features.Shared.Languages;

/// <summary>Says in a sentence what changed, in the language of the screen.</summary>
public sealed class ChangeSentences(IStringLocalizer<Texts> texts, PlanWords plan)
{
    private const int Longest = 80;

    public string Of(ContentChange change) => change.Of switch
    {
        ContentChange.OfForm => OfForm(change),
        ContentChange.OfWorkflow => OfWorkflow(change),
        ContentChange.OfPlan when change.ToPlan() is { } told => plan.Change(told),
        _ => OfEntry(change),
    };

    /// <summary>What kind of file it is, for example <em>Formulario</em>.</summary>
    public string Of(ContentKind kind) => texts["content." + kind.ToString().ToLowerInvariant()];

    private string OfForm(ContentChange change) => change.Kind switch
    {
        "Added" => texts["change.added", Name(change), change.Type],
        "Removed" => texts["change.removed", Name(change), change.Type],
        "Moved" => texts["change.moved", Name(change)],
        _ => Changed(change, change.Path.Length == 0 ? texts["change.form"] : Name(change)),
    };

    private string OfWorkflow(ContentChange change)
    {
        var isStep = change.Type.Contains('.', StringComparison.Ordinal);
        var part = texts["change.part." + (isStep ? "step" : change.Type)].Value;
        return change.Kind switch
        {
            "Added" => texts["change.partAdded", part, Name(change)],
            "Removed" => texts["change.partRemoved", part, Name(change)],
            "Moved" => texts["change.partMoved", part, Name(change)],
            "Connected" => texts["change.connected", Name(change), change.Property, change.After ?? ""],
            "Disconnected" => texts["change.disconnected", Name(change), change.Property, change.After ?? ""],
            _ => Changed(change, change.Path.Length == 0 ? texts["change.process"] : Name(change)),
        };
    }

    private string OfEntry(ContentChange change)
    {
        var place = change.Type.Length > 0 && texts["change.list." + change.Type] is { ResourceNotFound: false } known ? known.Value : change.Type;
        return change.Kind switch
        {
            "Added" when place.Length > 0 => texts["change.entryAdded", Name(change), place],
            "Added" => texts["change.set", Name(change), texts["change.property.text"].Value, Value(change.After)],
            "Removed" when place.Length > 0 => texts["change.entryRemoved", Name(change), place],
            "Removed" => texts["change.unset", Name(change), texts["change.property.text"].Value, Value(change.Before)],
            "Moved" => texts["change.entriesMoved", place],
            _ => Changed(change, place.Length > 0 ? $"{place}: {Name(change)}" : Name(change)),
        };
    }

    private string Changed(ContentChange change, string name)
    {
        var property = change.Property.Length == 0 ? texts["change.property.text"].Value
            : texts["change.property." + change.Property] is { ResourceNotFound: false } known ? known.Value : change.Property;
        return (change.Before, change.After) switch
        {
            (null, { } now) => texts["change.set", name, property, Value(now)],
            ({ } was, null) => texts["change.unset", name, property, Value(was)],
            _ => texts["change.changed", name, property, Value(change.Before), Value(change.After)],
        };
    }

    private static string Name(ContentChange change) => change.Label.Length > 0 ? change.Label : change.Path;

    private string Value(string? value) => value switch
    {
        null => "–",
        "true" => texts["change.yes"],
        "false" => texts["change.no"],
        _ => value.Length > Longest ? string.Concat(value.AsSpan(0, Longest), "…") : value,
    };
}
