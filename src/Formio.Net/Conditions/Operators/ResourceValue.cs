using System.Text.RegularExpressions;
using Formio.Forms;
using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>Selects over a resource hold whole records; only what their template shows is compared.</summary>
internal static partial class ResourceValue
{
    public static bool IsObject(CompiledComponent select) =>
        select.Json["reference"].IsTruthy
        || (select.Text("dataSrc") == "resource"
            && (!select.Json["valueProperty"].IsTruthy || select.Text("valueProperty") == "data"));

    public static bool ShowsTheSame(DataValue value, DataValue compared, CompiledComponent select)
    {
        if (value.AsObject is null) return false;
        if (select.Text("valueProperty") == "data")
        {
            value = new DataObject { ["data"] = value };
            compared = new DataObject { ["data"] = compared };
        }

        return TemplateKeys().Matches(select.Text("template") ?? "")
            .Select(match => match.Groups[1].Value)
            .All(key => DataEquality.AreEqual(DataPath.Get(value, key), DataPath.Get(compared, key)));
    }

    [GeneratedRegex(@"{{\s*item\.(.*?)\s*}}")]
    private static partial Regex TemplateKeys();
}
