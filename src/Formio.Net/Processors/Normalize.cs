using Formio.Forms;
using Formio.Processing;
using Formio.Values;

namespace Formio.Processors;

/// <summary>Brings a value into the normal form of its type; what cannot be one is not let through.</summary>
internal static class Normalize
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        var component = visit.Component;
        var value = visit.Value(pass);
        var normal = component.NormalForm is { } form ? form(component, value) : value;
        if (component.Multiple && !component.IsRequired && value.AsArray is null)
            normal = value.IsTruthy ? new DataArray([value]) : new DataArray();
        if (normal.IsNullish)
        {
            visit.State.IsMarked = false;
        }
        else if (!visit.State.IsCleared && !normal.StrictEquals(value))
        {
            visit.SetValue(pass, normal);
            visit.State.IsMarked = true;
        }
    }

    public static string CollapseSpaces(string text)
    {
        var trimmed = JsText.Trim(text);
        var collapsed = new System.Text.StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            var start = i;
            while (i < trimmed.Length && JsText.IsBlank(trimmed[i])) i++;
            if (i - start >= 2) collapsed.Append(' ');
            else if (i > start) collapsed.Append(trimmed[start]);
            if (i < trimmed.Length) collapsed.Append(trimmed[i]);
        }

        return collapsed.ToString();
    }
}
