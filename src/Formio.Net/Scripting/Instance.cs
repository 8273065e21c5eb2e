using Formio.Processing;
using Formio.Values;
using JsExpressions;

namespace Formio.Scripting;

/// <summary>
/// The <c>instance</c> that form.io's server gives to formulas: it can be read, and pretends to obey. Renderer-only
/// members (<c>options</c>, <c>setPage</c>) are undefined, so code must guard them.
/// </summary>
internal static class Instance
{
    private static readonly string[] DoNothing =
    [
        "setValue", "redraw", "render", "rebuild", "triggerChange", "triggerRedraw", "on", "off", "emit", "addEventListener",
        "refresh", "attach", "detach", "setCustomValidity", "updateValue", "resetValue", "focus", "blur",
    ];

    public static JsObject Of(ComponentVisit visit, SubmissionPass pass, DataValue value)
    {
        var instance = Of(visit.Component.Json, value, visit.IsConditionallyHidden != true && !visit.Component.IsHidden);
        if (visit.DataIndex is { } row) instance.Set("rowIndex", row);
        instance.SetFunction("isEmpty", _ => Emptiness.IsEmpty(visit.Component, value));
        instance.Set("root", Root(visit, pass));
        if (visit.Parent is { } parent)
            instance.Set("parent", Of(parent.Component.Json, parent.Value(pass), parent.IsConditionallyHidden != true));
        return instance;
    }

    private static JsObject Of(DataObject component, DataValue value, bool isVisible)
    {
        var instance = new JsObject();
        var copy = JsBridge.ToJs(value);
        instance.Set("component", JsBridge.ToJs(component));
        instance.Set("key", JsBridge.ToJs(component["key"]));
        instance.Set("dataValue", copy);
        instance.Set("visible", isVisible);
        instance.SetFunction("getValue", _ => copy);
        instance.SetFunction("shouldSkipValidation", _ => JsValue.False);
        instance.SetFunction("t", arguments => arguments.Length > 0 ? arguments[0] : JsValue.Undefined);
        foreach (var name in DoNothing) instance.SetFunction(name, _ => JsValue.Undefined);
        return instance;
    }

    private static JsObject Root(ComponentVisit visit, SubmissionPass pass)
    {
        var root = new JsObject();
        root.Set("form", JsBridge.ToJs(pass.Form.Json));
        root.Set("data", JsBridge.ToJs(pass.Data));
        root.Set("submission", JsBridge.ToJs(new DataObject { ["data"] = pass.Data }));
        root.SetFunction("getComponent", arguments =>
        {
            var reference = visit.Component.Root.Form.Find(arguments.Length > 0 ? arguments[0].ToJsString() : "");
            return reference.Target is { } target
                ? Of(target.Json, reference.Read(visit, pass.Data), isVisible: true)
                : JsValue.Undefined;
        });
        return root;
    }
}
