using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The options of a select, radio or selectboxes.</summary>
internal static class Options
{
    /// <summary>Null when they cannot be known: form.io then accepts the value.</summary>
    public static DataArray? Of(in RuleInput input)
    {
        var component = input.Component;
        var source = component.Text("dataSrc");
        if (source == "url") return Fetched(input);
        switch (component.Type)
        {
            case "radio": return component.Json["values"].AsArray;
            case "selectboxes": return ValuesOf(component.Json["values"].AsArray);
        }

        var data = component.Json["data"];
        if (source is null && DataPath.Has(data, ["values"])) source = "values";
        return source switch
        {
            "values" => ValuesOf(DataPath.Member(data, "values").AsArray),
            "json" => Mapped(component, Json(DataPath.Member(data, "json"))),
            "custom" => input.Pass.Scripts.EvaluateOptions(component.Expressions.Options).AsArray,
            _ => null,
        };
    }

    private static DataArray? Fetched(in RuleInput input)
    {
        var url = DataPath.Get(input.Component.Json, "data.url").AsString;
        if (url is null) return null;
        var answer = input.Pass.Context.Lookups?.Fetch(new FetchQuestion(url, "GET", FetchQuestion.NoHeaders, null));
        return answer is null ? null : Mapped(input.Component, DataReader.Read(answer.Body));
    }

    private static DataValue Json(DataValue json)
    {
        if (json.AsString is not { } text) return json;
        return DataReader.TryParse(text, out var parsed) ? parsed : DataValue.Undefined;
    }

    private static DataArray? Mapped(CompiledComponent component, DataValue items)
    {
        if (items.AsArray is not { } list) return null;
        if (!component.Json["valueProperty"].IsTruthy) return list;
        var property = component.Json["valueProperty"].ToString();
        return new DataArray(list.Items.Select(item => DataPath.Member(item, property)));
    }

    private static DataArray? ValuesOf(DataArray? options) =>
        options is null ? null : new DataArray(options.Items.Select(option => DataPath.Member(option, "value")));
}
