using Formio.Processing;
using Formio.Values;

namespace Formio.Processors;

/// <summary>Removes the value of a conditionally hidden component, unless a visible component keeps its value there too.</summary>
internal static class ClearHidden
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        var parent = visit.Parent;
        if (parent?.IsConditionallyHidden == true || visit.IsHiddenByState == true)
            visit.IsConditionallyHidden = true;
        if (parent?.IsIntentionallyHidden == true || visit.Component.IsHidden) visit.IsIntentionallyHidden = true;

        if (visit.IsConditionallyHidden != true || !visit.Component.ClearsOnHide) return;
        if (visit.Value(pass).IsUndefined || IsKeptByTwin(visit, pass)) return;
        visit.Row.Unset(pass.Data, visit.Component.DataKeyParts);
        pass.RecordCleared(visit.State);
    }

    // Two components with one key and opposite conditions are common; form.io loses the visible one's answer.
    private static bool IsKeptByTwin(ComponentVisit visit, SubmissionPass pass)
    {
        foreach (var twin in visit.Component.Twins)
        {
            var other = new ComponentVisit(twin, visit.Parent, visit.Row, visit.DataIndex, pass);
            if (!Conditions.Hides(other, pass)) return true;
        }

        return false;
    }
}
