using Formio.Conditions;
using Formio.Messages;
using Formio.Processing;
using Formio.Values;

namespace Formio.Processors;

/// <summary>
/// Applies a component's logic. Changes hold for this place only: form.io's server lets them leak into the following
/// rows, the browser does not (docs/quirks.md).
/// </summary>
internal static class Logic
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        if (!visit.Component.Expressions.HasLogic) return;
        foreach (var item in visit.Component.Expressions.Logic)
        {
            if (item.Actions.Count == 0) continue;
            var result = item.Trigger.Check(visit, pass);
            if (!result.IsTruthy) continue;
            foreach (var action in item.Actions) Apply(action, result, visit, pass);
        }
    }

    private static void Apply(LogicAction action, DataValue result, ComponentVisit visit, SubmissionPass pass)
    {
        switch (action.Type)
        {
            case "property" when action.PropertyType == "boolean":
                SetBoolean(action, visit, pass);
                break;
            case "property" when action.PropertyType == "string":
                SetText(action, visit, pass);
                break;
            case "value" or "customAction":
                SetValue(action, result, visit, pass);
                break;
            case "mergeComponentSchema":
                MergeSchema(action, result, visit, pass);
                break;
        }
    }

    private static void SetBoolean(LogicAction action, ComponentVisit visit, SubmissionPass pass)
    {
        var current = DataPath.Get(visit.Component.Json, action.PropertyParts);
        var text = current.IsUndefined ? "false" : current.ToString();
        if (action.PropertyParts.Length == 0 || text == (action.State ? "true" : "false")) return;
        Change(visit, pass, action.PropertyParts, action.State);
        if (action.PropertyPath != "hidden" || visit.Path.Length == 0) return;

        // Hidden by logic is hidden by condition, so that clearOnHide applies.
        if (visit.State.IsConditionallyHidden is not null || visit.Component.Twins.Count > 0) visit.IsConditionallyHidden = action.State;
        pass.RecordConditional(visit.State, action.State);
    }

    private static void SetText(LogicAction action, ComponentVisit visit, SubmissionPass pass)
    {
        if (action.PropertyParts.Length == 0) return;
        var current = DataPath.Get(visit.Component.Json, action.PropertyParts);
        if (current.IsUndefined) current = "";
        var text = Template.Fill(action.Text, pass.Scripts.LogicNames(visit, current), escapesData: true);
        if (current.AsString != text) Change(visit, pass, action.PropertyParts, text);
    }

    private static void SetValue(LogicAction action, DataValue result, ComponentVisit visit, SubmissionPass pass)
    {
        var old = visit.Value(pass);
        var value = pass.Scripts.Evaluate(action.Value!, visit, old, result); // value actions have a formula
        var staysCleared = visit.Component.Json["clearOnHide"].IsTruthy && visit.State.IsConditionallyHidden == true;
        if (staysCleared || DataEquality.AreEqual(old, value)) return;
        visit.SetValue(pass, value);
        if (!visit.State.IsCleared) visit.State.IsMarked = true;
    }

    private static void MergeSchema(LogicAction action, DataValue result, ComponentVisit visit, SubmissionPass pass)
    {
        var schema = pass.Scripts.EvaluateSchema(action.Value!, visit, visit.Value(pass), result); // as above
        if (schema.AsObject is not { Count: > 0 } members) return;
        foreach (var key in members.Keys)
        {
            if (!DataEquality.AreEqual(visit.Component.Json[key], members[key]))
                Change(visit, pass, [key], members[key]);
        }
    }

    private static void Change(ComponentVisit visit, SubmissionPass pass, string[] parts, DataValue value)
    {
        var json = DataCopy.Along(visit.Component.Json, parts);
        DataPath.Set(json, parts, value);
        visit.Component = visit.Component.With(json);
        pass.Trace.Changed(visit, parts[0], json[parts[0]]);
    }
}
