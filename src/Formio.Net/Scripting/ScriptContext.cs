using Formio.Processing;
using Formio.Values;
using JsExpressions;

namespace Formio.Scripting;

/// <summary>What form.io tells a formula: the names it may use, each copied only when it is read.</summary>
internal sealed class ScriptContext(ComponentVisit visit, SubmissionPass pass)
{
    /// <summary>The value of the component, or what the caller wants the formula to start from.</summary>
    public required DataValue Value { get; init; }

    /// <summary>What <c>input</c> is where it is not the same as <c>value</c>; null where it is.</summary>
    public DataValue? Input { get; init; }

    /// <summary>What a logic trigger gave.</summary>
    public DataValue Result { get; init; }

    /// <summary>The answer a data source maps.</summary>
    public DataValue Response { get; init; }

    /// <summary>True for custom rules, which get <c>valid</c> and <c>rowIndex</c>; elsewhere those names do not exist.</summary>
    public bool IsRule { get; init; }

    public DataValue RowIndex { get; init; }

    /// <summary>Custom rules see the whole data even within a sub-form.</summary>
    public bool SeesWholeData { get; init; }

    /// <summary>Texts of the submission are HTML-escaped (logic that merges a schema).</summary>
    public bool EscapesData { get; init; }

    public JsScope ScopeFor(Script script, JsRun run)
    {
        var scope = new JsScope();
        foreach (var name in script.Names)
        {
            if (!Exists(name)) continue;
            if (Cheap(name) is { } value) scope.Set(name, value);
            else scope.SetLazy(name, () => Costly(name, run, script.ReadsOnly));
        }

        if (!scope.TryGet(script.Variable, out _)) scope.Set(script.Variable, JsValue.Undefined);
        return scope;
    }

    /// <summary>The same names for JSONLogic.</summary>
    public DataObject LogicData()
    {
        var names = new DataObject(10)
        {
            ["data"] = Data(),
            ["row"] = Row(),
            ["form"] = pass.Form.Json,
            ["component"] = visit.Component.Json,
            ["config"] = Config(),
            ["submission"] = Submission(),
            ["path"] = visit.DataPath,
        };
        names["value"] = Value;
        names["input"] = Input ?? Value;
        return names;
    }

    // A name that does not exist is a ReferenceError in form.io too.
    private bool Exists(string name) => name switch
    {
        "valid" or "rowIndex" => IsRule,
        "result" => !Result.IsUndefined,
        "responseData" => !Response.IsUndefined,
        _ => true,
    };

    private JsValue? Cheap(string name)
    {
        switch (name)
        {
            case "value" when !Value.IsContainer: return JsBridge.ToJs(Value);
            case "input" when !(Input ?? Value).IsContainer: return JsBridge.ToJs(Input ?? Value);
            case "path": return LocalPath();
            case "rowIndex": return JsBridge.ToJs(RowIndex);
            case "valid": return JsValue.True;
            case "result": return JsBridge.ToJs(Result);
            case "responseData": return JsBridge.ToJs(Response);
            default: return null;
        }
    }

    private JsValue Costly(string name, JsRun run, bool readsOnly)
    {
        switch (name)
        {
            case "value": return Own(Value, readsOnly);
            case "input": return Own(Input ?? Value, readsOnly);
            case "data": return Own(Data(), readsOnly);
            case "row": return Own(Row(), readsOnly);
            case "component": return JsBridge.ToJs(visit.Component.Json);
            case "form": return JsBridge.ToJs(pass.Form.Json);
            case "submission": return Own(Submission(), readsOnly);
            case "config" or "options": return JsBridge.ToJs(Config());
            case "paths": return JsBridge.ToJs(Paths());
            case "scope": return new JsObject();
            case "t": return JsFunction.FromHost("t", arguments => arguments.Length > 0 ? arguments[0] : JsValue.Undefined);
            case "instance": return Instance.Of(visit, pass, visit.Value(pass));
            case "util" or "utils": return FormUtilities.Make(run);
            case "console": return Silence();
            case "setTimeout": return JsFunction.FromHost("setTimeout", _ => JsValue.Undefined);
            default: throw new InvalidOperationException($"No name of the context is called {name}.");
        }
    }

    private JsValue Own(DataValue value, bool readsOnly)
    {
        if (readsOnly && !EscapesData) return JsBridge.Mirror(value);
        pass.Scripts.CountCopy(value);
        return JsBridge.ToJs(value);
    }

    private DataValue Data()
    {
        var data = SeesWholeData ? pass.Data : visit.RootData(pass);
        if (pass.Fetched.Count > 0 && data.AsObject is { } members)
        {
            var withAnswers = members.ShallowCopy();
            foreach (var (path, answer) in pass.Fetched) withAnswers[path] = answer;
            data = withAnswers;
        }

        return EscapesData ? Messages.Html.Escape(data) : data;
    }

    private DataValue Row()
    {
        var row = visit.Row.Find(pass.Data);
        if (row.IsUndefined || (!visit.HasPlace && row.IsContainer)) row = DataValue.Null;
        return EscapesData ? Messages.Html.Escape(row) : row;
    }

    private string LocalPath() => visit.LocalDataPath;

    private DataObject Submission()
    {
        var submission = new DataObject { ["data"] = pass.Data };
        if (pass.Context.Metadata is { } metadata) submission["metadata"] = DataReader.Read(metadata);
        return submission;
    }

    private DataObject Config() => pass.Context.IsServer ? new DataObject { ["server"] = true } : new DataObject();

    private DataObject Paths()
    {
        var paths = visit.Component.Paths;
        var names = new DataObject
        {
            ["path"] = paths.Path,
            ["fullPath"] = paths.FullPath,
            ["localPath"] = paths.LocalPath,
            ["fullLocalPath"] = paths.FullLocalPath,
            ["dataPath"] = visit.DataPath,
            ["localDataPath"] = LocalPath(),
        };
        if (visit.DataIndex is { } index) names["dataIndex"] = index;
        return names;
    }

    private static JsObject Silence()
    {
        var console = new JsObject();
        foreach (var name in new[] { "log", "warn", "error", "info", "debug" })
            console.SetFunction(name, _ => JsValue.Undefined);
        return console;
    }
}
