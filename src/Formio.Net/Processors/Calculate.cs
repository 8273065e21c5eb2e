using Formio.Forms;
using Formio.Processing;
using Formio.Values;

namespace Formio.Processors;

/// <summary>Runs <c>calculateValue</c>, on the server only for components that ask for it (<c>calculateServer</c>).</summary>
internal static class Calculate
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        var component = visit.Component;
        if (!component.Expressions.HasCalculation) return;
        if (pass.Context.IsServer && !component.CalculatesOnServer) return;
        var value = visit.Value(pass);
        if (value.IsUndefined && visit.Parent?.Component.Model == ModelType.NestedArray) return;

        pass.Trace.CalculationTried();
        var result = pass.Scripts.Evaluate(
            component.Expressions.Calculate, visit, value.IsTruthy ? value : DataValue.Null);
        if (result.IsNull) return;
        pass.Trace.Calculated(visit.Path, result);
        visit.SetValue(pass, result);
        if (!visit.State.IsCleared) visit.State.IsMarked = true;
    }
}
