using System.Globalization;
using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The value must be one of the options.</summary>
internal sealed class AvailableItems : Rule
{
    public override bool Concerns(CompiledComponent component) =>
        component.Validate["onlyAvailableItems"].IsTruthy
        && (component.Type is "radio" or "selectboxes" || (component.Type == "select" && component.Text("dataSrc") != "resource"));

    public override bool ShouldProcess(CompiledComponent component, DataValue wholeValue) => !IsNothing(wholeValue);

    public override RuleFailure? Check(in RuleInput input)
    {
        if (IsNothing(input.Value)) return null;
        NoteGuessedSource(input);
        if (Options.Of(input) is not { } options) return null;
        return IsAmong(input.Component, input.Value, options) ? null : new RuleFailure("invalidOption", "onlyAvailableItems");
    }

    // form.io writes the data source it guesses onto the component, which shows in what logic changed.
    private static void NoteGuessedSource(in RuleInput input)
    {
        var json = input.Component.Json;
        if (input.Component.Type == "select" && !json.Has("dataSrc") && DataPath.Has(json["data"], ["values"]))
            input.Pass.Trace.Changed(input.Visit, "dataSrc", "values");
    }

    // lodash isEmpty: numbers and booleans are "empty", so form.io never judges them.
    private static bool IsNothing(DataValue value) => Emptiness.IsEmptyCollection(value);

    // Object.keys; what is no container has none.
    private static IEnumerable<string> KeysOf(DataValue boxes) => boxes.AsObject?.Keys
        ?? Enumerable.Range(0, boxes.AsArray?.Count ?? 0).Select(index => index.ToString(CultureInfo.InvariantCulture));

    private static bool IsAmong(CompiledComponent component, DataValue value, DataArray options)
    {
        switch (component.Type)
        {
            case "selectboxes":
                return KeysOf(value).All(key => options.Items.Any(option => option.StrictEquals(key)));
            case "radio" when !value.IsContainer:
                return options.Items.Any(
                    option => DataPath.Member(option, "value").StrictEquals(value) || option.StrictEquals(value));
        }

        if (!value.IsContainer) return options.Items.Any(option => option.StrictEquals(value));
        var text = DataWriter.Stringify(value);
        return options.Items.Any(option => option.IsContainer && DataWriter.Stringify(option) == text);
    }
}
