using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>Whether a component has a value in the sense of <see cref="Required"/>.</summary>
internal static class Presence
{
    public static bool Has(CompiledComponent component, DataValue value)
    {
        var falseCounts = component.Type is not ("checkbox" or "selectboxes");
        switch (component.Type)
        {
            case "textfield" or "phoneNumber"
                when component.Json["allowMultipleMasks"].IsTruthy
                    && component.Json["inputMasks"].AsArray is { Count: > 0 }
                    && value.AsObject is { } masked:
                return IsPresent(masked["value"], true, false);
            case "address" when DataPath.Member(value, "mode").IsTruthy && DataPath.Member(value, "address").IsContainer:
                return IsFullAddress(DataPath.Member(value, "address"));
            case "day" when value.AsString == "00/00/0000":
                return false;
        }

        var isNested = ModelTypes.IsNested(component.Model) || component.Json["tree"].IsTruthy;
        return IsPresent(value, falseCounts, isNested && (component.Type != "container" || !falseCounts));
    }

    private static bool IsFullAddress(DataValue address)
    {
        if (address.AsArray is { } list) return list.Items.All(part => part.IsTruthy);
        if (address.AsObject is not { Count: > 0 } parts) return false;
        foreach (var (key, value) in parts)
        {
            if (key != "address2" && !value.IsTruthy) return false;
        }

        return true;
    }

    private static bool IsPresent(DataValue value, bool falseCounts, bool shallow)
    {
        switch (value.Kind)
        {
            case DataKind.Undefined or DataKind.Null:
                return false;
            case DataKind.String:
                return JsText.Trim(value.AsString!).Length > 0; // the kind says so
            case DataKind.Boolean:
                return falseCounts || value.IsTrue;
            case DataKind.Object:
                var members = value.AsObject!; // the kind says so
                return members.Count > 0
                    && (shallow || members.Values.Any(member => IsPresent(member, falseCounts, false)));
            case DataKind.Array:
                var items = value.AsArray!; // the kind says so
                if (items.Count == 0) return false;
                return shallow
                    ? HasAnything(items)
                    : items.Items.Any(item => IsPresent(item, falseCounts, false));
            default:
                return true;
        }
    }

    private static bool HasAnything(DataArray items) => items.Items.All(item => item.AsObject is not null)
        ? items.Items.Any(item => item.AsObject!.Values.Any(IsSomething)) // all of them are objects
        : items.Items.Any(IsSomething);

    private static bool IsSomething(DataValue value) =>
        value.IsContainer ? !Emptiness.IsEmptyCollection(value) : value.IsTruthy || (value.IsNumber && !double.IsNaN(value.AsNumber));
}
