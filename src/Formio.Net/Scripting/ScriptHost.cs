using Formio.JsonLogic;
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
        if (formula.Code is not null) return DataValue.Null;
        try
        {
            return new LogicRun(pass).Apply(formula.Logic, Names(visit, preset));
        }
        catch (JsonLogicException)
        {
            return DataValue.Null;
        }
    }

    public DataValue CallLodash(string name, DataArray arguments) => throw new JsonLogicException($"_{name} {pass.Data.Count} {arguments.Count}");

    public void CountStep() => _ = pass;

    private DataObject Names(ComponentVisit visit, DataValue? preset)
    {
        var value = visit.Value(pass);
        var names = new DataObject(8)
        {
            ["data"] = visit.RootData(pass),
            ["row"] = visit.Row.Find(pass.Data),
            ["component"] = visit.Component.Json,
            ["input"] = value,
        };
        names["value"] = preset ?? value;
        return names;
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

    public DataValue EvaluateRule(Formula formula, in Rules.RuleInput input) => Evaluate(formula, input.Visit);

    public DataValue EvaluateOptions(Formula formula) => pass.Context.IsServer && formula.Code is null ? DataValue.Undefined : DataValue.Undefined;

    /// <summary>A date limit: ISO text, milliseconds, or code with <c>moment(</c>. NaN for what is no date.</summary>
    public double DateSetting(DataValue setting)
    {
        if (setting.IsNumber) return setting.AsNumber;
        return setting.AsString is { } text ? Dates.DayjsDate.Parse(text, pass.Context.TimeZone) : double.NaN;
    }

    public string? EvaluateBody(Formula formula, ComponentVisit visit) => DataWriter.Stringify(Evaluate(formula, visit));

    public DataValue EvaluateMapping(Formula formula, ComponentVisit visit, DataValue response) => Evaluate(formula, visit, response);
}
