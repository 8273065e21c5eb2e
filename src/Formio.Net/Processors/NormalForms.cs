using Formio.Dates;
using Formio.Forms;
using Formio.Values;

namespace Formio.Processors;

/// <summary>The normal form of each type but day.</summary>
internal static class NormalForms
{
    public static Func<CompiledComponent, DataValue, DataValue>? For(string type) => type switch
    {
        "address" => Address,
        "day" => NormalDay.Of,
        "email" => static (_, value) => value.AsString is { Length: > 0 } text ? JsText.Trim(text).ToLowerInvariant() : value,
        "radio" => static (component, value) => Radio(value, component.Text("dataType")),
        "select" => Select,
        "selectboxes" => static (_, value) => SelectBoxes(value),
        "tags" => Tags,
        "textfield" or "phoneNumber" => Text,
        "time" => Time,
        "number" => Number,
        _ => null,
    };

    public static DataValue Address(CompiledComponent component, DataValue value)
    {
        var isManual = !component.Multiple && component.Json["enableManualMode"].IsTruthy;
        if (!isManual || !value.IsTruthy || DataPath.Member(value, "mode").IsTruthy) return value;
        return new DataObject { ["mode"] = "autocomplete", ["address"] = value };
    }

    public static DataValue Radio(DataValue value, string? dataType)
    {
        switch (dataType)
        {
            case "number": return JsText.ToNumber(value);
            case "string": return value.IsContainer || value.IsNull ? DataWriter.Stringify(value)! : value.ToString(); // no undefined
            case "boolean": return value.IsTruthy && value.ToString() != "false";
        }

        var number = JsText.ToNumber(value);
        var isSame = (value.IsNullish ? "" : JsText.OfLodash(value)) == JsText.Of(number);
        if (!double.IsNaN(JsText.ParseFloat(value)) && double.IsFinite(number) && isSame) return number;
        return value.AsString switch { "true" => true, "false" => false, _ => value };
    }

    public static DataValue Select(CompiledComponent component, DataValue value) =>
        component.Multiple && value.AsArray is { } items
            ? new DataArray(items.Items.Select(item => SingleSelect(component, item)))
            : SingleSelect(component, value);

    public static DataValue SelectBoxes(DataValue value)
    {
        if (value.AsObject is not null) return value;
        var boxes = new DataObject();
        if (value.AsString is { Length: > 0 } text) boxes[text] = true;
        foreach (var item in value.AsArray?.Items ?? []) boxes[item.ToString()] = true;
        return boxes;
    }

    public static DataValue Tags(CompiledComponent component, DataValue value)
    {
        var delimiter = component.Json["delimeter"].IsTruthy ? component.Json["delimeter"].ToString() : ",";
        var storesText = !component.Has("storeas") || component.Text("storeas") == "string";
        if (storesText && value.AsArray is { } items) return JsText.Join(items, delimiter);
        if (component.Text("storeas") != "array" || value.AsString is not { } text) return value;
        return new DataArray(text.Split(delimiter).Where(tag => tag.Length > 0).Select(tag => (DataValue)tag));
    }

    public static DataValue Text(CompiledComponent component, DataValue value)
    {
        if (value.AsString is { } text && component.Json["truncateMultipleSpaces"].IsTruthy)
            value = Normalize.CollapseSpaces(text);
        if (!component.Json["allowMultipleMasks"].IsTruthy || component.Json["inputMasks"].AsArray is not { Count: > 0 } masks)
            return value;
        return value.AsArray is { } items
            ? new DataArray(items.Items.Select(item => Masked(masks, item)))
            : Masked(masks, value);
    }

    public static DataValue Time(CompiledComponent component, DataValue value)
    {
        var format = component.Json["format"].IsTruthy ? component.Json["format"].ToString() : "HH:mm";
        var dataFormat = component.Json["dataFormat"].IsTruthy ? component.Json["dataFormat"].ToString() : "HH:mm:ss";
        return value.AsString is { } text && TimeText.Read(text, format) is { } time ? TimeText.Write(time, dataFormat) : value;
    }

    public static DataValue Number(CompiledComponent component, DataValue value) =>
        component.Multiple && value.AsArray is { } items
            ? new DataArray(items.Items.Select(SingleNumber))
            : SingleNumber(value);

    private static DataValue SingleNumber(DataValue value)
    {
        var number = JsText.ToNumber(value);
        return !double.IsNaN(JsText.ParseFloat(value)) && double.IsFinite(number) ? number : DataValue.Undefined;
    }

    private static DataValue SingleSelect(CompiledComponent component, DataValue value)
    {
        if (value.IsNullish) return DataValue.Undefined;
        if (value.IsContainer && Emptiness.IsEmptyCollection(value)) return value;
        switch (component.Text("dataType") is { Length: > 0 } type ? type : "auto")
        {
            case "number": return AsNumber(value, value);
            case "boolean": return AsBoolean(value);
            case "string": return value.ToString();
            case "auto": return value.IsContainer ? value : AsBoolean(AsNumber(value, value.ToString()));
            default: return value;
        }
    }

    private static DataValue AsNumber(DataValue original, DataValue value)
    {
        var number = JsText.ToNumber(value);
        var isNumber = double.IsFinite(number) && original.AsString is not { Length: 0 };
        return isNumber && original.ToString() == JsText.Of(number) ? number : value;
    }

    private static DataValue AsBoolean(DataValue value) => value.AsString?.ToLowerInvariant() switch
    {
        "true" => true,
        "false" => false,
        _ => value,
    };

    private static DataValue Masked(DataArray masks, DataValue value)
    {
        if (!value.IsContainer)
        {
            var masked = new DataObject();
            if (!value.IsUndefined) masked["value"] = value;
            masked["maskName"] = DataPath.Member(masks[0], "label");
            return masked;
        }

        if (value.AsObject is { } given && !given["value"].IsTruthy) given["value"] = DataValue.Undefined;
        return value;
    }
}
