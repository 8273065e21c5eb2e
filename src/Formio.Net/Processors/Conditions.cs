using Formio.Forms;
using Formio.Processing;

namespace Formio.Processors;

/// <summary>Decides whether a component is conditionally hidden: custom JavaScript first, then its conditional.</summary>
internal static class Conditions
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        if (!Has(visit.Component.Expressions)) return;
        // Content has no path: form.io notes each of its places anew, under the bare key.
        var state = visit.Path.Length > 0 ? visit.State : new PathState(visit.Component.DataKey);
        var isHidden = Hides(visit, pass);
        pass.RecordConditional(state, isHidden);
        visit.IsConditionallyHidden = isHidden;
    }

    public static bool Hides(ComponentVisit visit, SubmissionPass pass)
    {
        var expressions = visit.Component.Expressions;
        return (expressions.HasCustomConditional && CustomHides(expressions, visit, pass))
            || (expressions.HasConditional && expressions.Conditional.Hides(visit, pass));
    }

    private static bool Has(ComponentExpressions expressions) =>
        expressions.HasCustomConditional || expressions.HasConditional;

    private static bool CustomHides(ComponentExpressions expressions, ComponentVisit visit, SubmissionPass pass)
    {
        var show = pass.Scripts.Evaluate(expressions.CustomConditional, visit);
        return !show.IsNull && !show.IsTruthy;
    }
}
