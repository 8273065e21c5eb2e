using System.Globalization;
using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The year at the end of a day.</summary>
internal static class YearText
{
    /// <summary>Two different limits, of the component and of its year field, make form.io's rule throw: it finds nothing.</summary>
    public static bool Contradicts(CompiledComponent component, string limit) =>
        component.Json[limit] is { IsTruthy: true } own
        && DataPath.Member(DataPath.Get(component.Json, "fields.year"), limit) is { IsTruthy: true } ofField
        && !ofField.StrictEquals(own);

    /// <summary>Null when the value does not end in four digits.</summary>
    public static double? Of(DataValue value)
    {
        if (!value.IsString && !value.IsNumber) return null;
        var text = value.ToString();
        return text.Length >= 4 && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0
            ? double.Parse(text.AsSpan(text.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }
}
