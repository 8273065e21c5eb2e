using System.Text.RegularExpressions;
using Formio.Forms;

namespace Formio.Values;

/// <summary>What counts as empty, which in form.io depends on who asks.</summary>
internal static partial class Emptiness
{
    /// <summary>lodash isEmpty: anything but a non-empty text, array or object.</summary>
    public static bool IsEmptyCollection(DataValue value) => value.Kind switch
    {
        DataKind.String => value.AsString!.Length == 0, // the kind says so
        DataKind.Array => value.AsArray!.Count == 0, // the kind says so
        DataKind.Object => value.AsObject!.Count == 0, // the kind says so
        _ => true,
    };

    /// <summary>The operator isEmpty: as the type of the component understands it.</summary>
    public static bool IsEmpty(CompiledComponent component, DataValue value) => IsEmpty(component, value, value);

    /// <summary>The same, with the children's data apart.</summary>
    public static bool IsEmpty(CompiledComponent component, DataValue value, DataValue inner)
    {
        switch (component.Type)
        {
            case "checkbox":
                return IsPlainEmpty(component, value) || value.IsFalse;
            case "address":
                if (value.AsString is { } line) return line.Length == 0;
                if (value.AsArray is { } lines) return !lines.Items.Any(part => part.IsTruthy);
                return value.AsObject is not { } parts
                    || !parts.Keys.Any(part => part is not ("mode" or "address") && parts[part].IsTruthy);
            case "datetime":
                return IsPlainEmpty(component, value) || value.ToString() == "Invalid date";
            case "selectboxes":
                if (value.AsArray is { } chosen) return !chosen.Items.Any(box => box.IsTruthy);
                return value.AsObject is { } boxes ? !boxes.Values.Any(box => box.IsTruthy)
                    : value.AsString is not { Length: > 0 };
            case "textarea":
                var isPlain = !component.Json["wysiwyg"].IsTruthy && !component.Json["editor"].IsTruthy;
                if (isPlain) return IsPlainEmpty(component, value.AsString is { } text ? JsText.Trim(text) : value);
                return IsPlainEmpty(component, WithoutBlankParagraphs(value));
            case "textfield" or "phoneNumber":
                if (component.Json["allowMultipleMasks"].IsTruthy && component.Json["inputMasks"].AsArray is { Count: > 0 })
                    return IsPlainEmpty(component, value) || IsEmptyMasked(component, value);
                return IsPlainEmpty(component, value.IsNullish ? value : JsText.Trim(value.ToString()));
        }

        var hasChildren = component.Type is "datagrid" or "editgrid" or "datatable" || component.Json.Has("components");
        return IsPlainEmpty(component, value)
            || (hasChildren && component.Children.Count > 0 && AreChildrenEmpty(component, inner));
    }

    private static bool IsEmptyMasked(CompiledComponent component, DataValue value) => component.Multiple
        ? value.AsArray is { Count: 0 }
        : !DataPath.Member(value, "maskName").IsTruthy || !DataPath.Member(value, "value").IsTruthy;

    private static bool IsPlainEmpty(CompiledComponent component, DataValue value)
    {
        if (value.IsNullish || value.AsString is { Length: 0 }) return true;
        if (value.AsArray is not { } items) return false;
        return items.Count == 0 || (items.Count == 1 && IsEmptyValueOf(component.Type, items[0]));
    }

    private static bool IsEmptyValueOf(string type, DataValue value) => type switch
    {
        "textarea" or "textfield" or "time" or "datetime" or "day" => value.AsString is { Length: 0 },
        "datagrid" or "editgrid" => value.AsArray is { Count: 0 },
        _ => value.IsNull,
    };

    private static bool AreChildrenEmpty(CompiledComponent component, DataValue value)
    {
        if (ModelTypes.IsRows(component.Model))
        {
            return value.AsArray is not { } rows
                || rows.Items.All(row => component.Children.All(child => IsChildEmpty(child, row)));
        }

        var inner = component.Model == ModelType.DataObject ? DataPath.Member(value, "data") : value;
        return component.Children.All(child => IsChildEmpty(child, inner));
    }

    private static bool IsChildEmpty(CompiledComponent child, DataValue place) => child.HasData
        ? IsEmpty(child, DataPath.Get(place, child.DataKeyParts))
        : child.Children.All(inner => IsChildEmpty(inner, place));

    private static DataValue WithoutBlankParagraphs(DataValue value)
    {
        if (value.AsArray is { } items) return new DataArray(items.Items.Select(WithoutBlankParagraphs));
        return value.AsString is { } text ? JsText.Trim(BlankParagraphs().Replace(text, "")) : value;
    }

    [GeneratedRegex("^<p>&nbsp;</p>|<p>&nbsp;</p>$|^<p><br></p>|<p><br></p>$|^<p><br>&nbsp;</p>|<p><br>&nbsp;</p>$")]
    private static partial Regex BlankParagraphs();
}
