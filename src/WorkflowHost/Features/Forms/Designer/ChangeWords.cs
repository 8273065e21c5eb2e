using Formio;
using Microsoft.Extensions.Localization;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>Says in a sentence what changed in a form.</summary>
public sealed class ChangeWords(IStringLocalizer<Texts> texts)
{
    private const int Longest = 80;

    public string Of(FormChange change) => change.Kind switch
    {
        FormChangeKind.Added => texts["change.added", Name(change), change.Type],
        FormChangeKind.Removed => texts["change.removed", Name(change), change.Type],
        FormChangeKind.Moved => texts["change.moved", Name(change)],
        _ => Changed(change),
    };

    private string Changed(FormChange change)
    {
        var property = texts["change.property." + change.Property] is { ResourceNotFound: false } known ? known.Value : change.Property;
        var name = change.Path.Length == 0 ? texts["change.form"].Value : Name(change);
        return (change.Before, change.After) switch
        {
            (null, { } now) => texts["change.set", name, property, Value(now)],
            ({ } was, null) => texts["change.unset", name, property, Value(was)],
            _ => texts["change.changed", name, property, Value(change.Before), Value(change.After)],
        };
    }

    private static string Name(FormChange change) => change.Label.Length > 0 ? change.Label : change.Path;

    private string Value(string? value) => value switch
    {
        null => "–",
        "true" => texts["change.yes"],
        "false" => texts["change.no"],
        _ => value.Length > Longest ? string.Concat(value.AsSpan(0, Longest), "…") : value,
    };
}
