using Formio.Forms;
using Formio.Processing;
using Formio.Values;

namespace Formio.Processors;

/// <summary>
/// Fills an absent key: the custom default first, then the static one. Numbers get none on the server, which cannot
/// know whether the person removed the value.
/// </summary>
internal static class DefaultValue
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        var component = visit.Component;
        var hasStatic = component.HasStaticDefault;
        if (!hasStatic && !component.Expressions.HasCustomDefault) return;
        if (component.Model == ModelType.Number && pass.Context.IsServer) return;
        // What is no container cannot take the custom default; form.io then looks at it again and sets the static one too.
        if (component.Expressions.HasCustomDefault && IsAbsent(visit, pass))
            Set(visit, pass, pass.Scripts.Evaluate(component.Expressions.CustomDefault, visit, DataValue.Null));
        if (hasStatic && (!visit.HasPlace || IsAbsent(visit, pass))) Set(visit, pass, DataCopy.Of(component.Json["defaultValue"]));
    }

    private static bool IsAbsent(ComponentVisit visit, SubmissionPass pass) =>
        !visit.Row.Has(pass.Data, visit.Component.DataKeyParts);

    private static void Set(ComponentVisit visit, SubmissionPass pass, DataValue value)
    {
        var component = visit.Component;
        if (component.Multiple && value.AsArray is null) value = value.IsTruthy ? new DataArray([value]) : new DataArray();
        if (value.IsNullish) return;
        pass.Trace.DefaultValue(visit.Path, value);
        visit.SetValue(pass, value);
        if (!visit.State.IsCleared && component.Model != ModelType.Number) visit.State.IsMarked = true;
    }
}
