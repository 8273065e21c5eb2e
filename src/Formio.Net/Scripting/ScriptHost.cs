using Formio.JsonLogic;
using Formio.Processing;
using Formio.Rules;
using Formio.Values;
using JsExpressions;

namespace Formio.Scripting;

/// <summary>
/// Evaluates the formulas of one submission within one budget. A formula that fails gives null, as form.io swallows its
/// errors; a spent budget ends the submission.
/// </summary>
internal sealed class ScriptHost(SubmissionPass pass)
{
    private static readonly JsScript LodashCall = JsScript.ParseBody("return _[name](...args)");
    private static readonly JsScript PatternTest = JsScript.ParseBody("return new RegExp('^' + pattern + '$').test(text)");
    private static readonly JsLibrary Library = JsLibrary.Forms;

    private JsRun? _run;
    private long _logicSteps;

    public JsRun Run => _run ??= new JsRun(
        Library, new ExpressionBudget(pass.Context.Expressions, TimeProvider.System), pass.Context.TimeProvider, pass.Context.TimeZone);

    /// <param name="formula">What to evaluate.</param>
    /// <param name="visit">Where.</param>
    /// <param name="preset">What <c>value</c> is to start from; the value at the place when null.</param>
    /// <param name="result">What a logic trigger gave.</param>
    /// <param name="input">What <c>input</c> is; the value at the place when null.</param>
    public DataValue Evaluate(
        Formula formula, ComponentVisit visit, DataValue? preset = null, DataValue result = default, DataValue? input = null) =>
        Evaluate(formula, new ScriptContext(visit, pass)
        {
            Value = preset ?? visit.Value(pass),
            Input = input ?? (preset is null ? default(DataValue?) : visit.Value(pass)),
            Result = result,
        });

    /// <summary>A custom rule: <c>{{ }}</c> in its code are filled, and the row is told.</summary>
    public DataValue EvaluateRule(Formula formula, in RuleInput input)
    {
        var context = new ScriptContext(input.Visit, pass)
        {
            Value = input.Value,
            SeesWholeData = true,
            RowIndex = input.Index is { } index ? index : DataValue.Undefined,
            IsRule = true,
        };
        if (formula.Code?.Contains("{{", StringComparison.Ordinal) != true) return Evaluate(formula, context);
        var code = CodeTemplate.Fill(formula.Code, FieldNames(input));
        return Guard(() => JsBridge.FromJs(formula.ScriptOf(code).Run(Run, context.ScopeFor(formula.ScriptOf(code), Run))));
    }

    public DataValue EvaluateSchema(Formula formula, ComponentVisit visit, DataValue value, DataValue result) =>
        Evaluate(formula, new ScriptContext(visit, pass)
        {
            Value = value,
            Input = new DataObject(),
            Result = Messages.Html.Escape(result),
            EscapesData = true,
        });

    public DataValue EvaluateMapping(Formula formula, ComponentVisit visit, DataValue response) =>
        Evaluate(formula, new ScriptContext(visit, pass) { Value = visit.Value(pass), Response = response });

    public string? EvaluateBody(Formula formula, ComponentVisit visit) => DataWriter.Stringify(Evaluate(formula, visit));

    /// <summary>Options given by code, which sees no data.</summary>
    public DataValue EvaluateOptions(Formula formula) => formula.Code is null
        ? DataValue.Undefined
        : Guard(() => JsBridge.FromJs(formula.Script.Run(Run, EmptyScope(formula.Variable))));

    /// <summary>A date limit: ISO text, milliseconds, or code with <c>moment(</c>. NaN for what is no date.</summary>
    public double DateSetting(DataValue setting, ScriptCache cache)
    {
        if (setting.IsNumber) return setting.AsNumber;
        if (setting.AsString is not { Length: > 0 } text) return double.NaN;
        var zone = pass.Context.TimeZone;
        var plain = text.Contains("moment(", StringComparison.Ordinal) ? double.NaN : Dates.DayjsDate.Parse(text, zone);
        if (!double.IsNaN(plain)) return plain;
        var script = cache.Get(
            $"date = ({text}); if (typeof date.toDate === 'function') date = Math.floor(date.toDate().getTime() / 1000) * 1000;"
            + " else if (date instanceof Date) date = date.getTime();",
            "date", null);
        var value = Guard(() => JsBridge.FromJs(script.Run(Run, EmptyScope("date"))));
        return value.IsNumber ? value.AsNumber : value.AsString is { } made ? Dates.DayjsDate.Parse(made, zone) : double.NaN;
    }

    /// <summary>Null when the pattern is none: form.io swallows the error and accepts.</summary>
    public bool? Matches(string pattern, string text)
    {
        var scope = new JsScope();
        scope.Set("pattern", pattern);
        scope.Set("text", text);
        var result = Guard(() => JsBridge.FromJs(PatternTest.Evaluate(Run, scope)));
        return result.IsBoolean ? result.IsTrue : null;
    }

    /// <summary>lodash for JSONLogic's operations with an underscore.</summary>
    public DataValue CallLodash(string name, DataArray arguments)
    {
        if (!LodashNames.Contains(name)) throw new JsonLogicException($"Unrecognized operation _{name}");
        CountCopy(arguments);
        var scope = new JsScope();
        scope.Set("name", name);
        scope.Set("args", JsBridge.ToJs(arguments));
        try
        {
            return JsBridge.FromJs(LodashCall.Evaluate(Run, scope));
        }
        catch (JsException exception)
        {
            throw new JsonLogicException(exception.Message);
        }
    }

    /// <summary>JSONLogic counts against the same limit of steps as scripts.</summary>
    public void CountStep() => CountSteps(1);

    public void CountSteps(long steps)
    {
        if ((_logicSteps += steps) > pass.Context.Expressions.MaxSteps)
            throw new JsBudgetExceededException(nameof(ExpressionLimits.MaxSteps), "The form's logic takes too many steps.");
    }

    /// <summary>A copy for one script counts against the limit of steps, value by value.</summary>
    public void CountCopy(DataValue value)
    {
        CountStep();
        if (value.AsObject is { } members)
        {
            foreach (var member in members.Values) CountCopy(member);
        }

        foreach (var item in value.AsArray?.Items ?? []) CountCopy(item);
    }

    /// <summary>The names a logic template may use; what the trigger gave is not among them.</summary>
    public DataObject LogicNames(ComponentVisit visit, DataValue value)
    {
        var names = new ScriptContext(visit, pass) { Value = value }.LogicData();
        names["input"] = "";
        return names;
    }

    /// <summary>The names a label with places may use.</summary>
    public DataObject FieldNames(in RuleInput input) => new()
    {
        ["data"] = pass.Data,
        ["row"] = input.Visit.Row.Find(pass.Data),
        ["component"] = input.Component.Json,
        ["value"] = input.Value,
        ["input"] = input.Value,
    };

    private DataValue Evaluate(Formula formula, ScriptContext context) => formula.Code is null
        ? Guard(() => Own(new LogicRun(pass).Apply(formula.Logic, context.LogicData())))
        : formula.Script.IsValid
            ? Guard(() => JsBridge.FromJs(formula.Script.Run(Run, context.ScopeFor(formula.Script, Run))))
            : DataValue.Null;

    // What logic gives may be a part of the data or of the form itself.
    private DataValue Own(DataValue result)
    {
        if (!result.IsContainer) return result;
        CountCopy(result);
        return DataCopy.Of(result);
    }

    private static JsScope EmptyScope(string variable)
    {
        var scope = new JsScope();
        scope.Set(variable, JsValue.Undefined);
        return scope;
    }

    private static DataValue Guard(Func<DataValue> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (JsException)
        {
            return DataValue.Null;
        }
        catch (JsonLogicException)
        {
            return DataValue.Null;
        }
    }
}
