using JsExpressions.BuiltIns;
using JsExpressions.Libraries.Lodash;
using JsExpressions.Libraries.Moment;
using JsExpressions.Values;

namespace JsExpressions.Libraries;

/// <summary>What form.io's expressions find beside ECMAScript's names.</summary>
internal static class FormLibrary
{
    public static JsLibrary Make(JsLibrary standard) => standard
        .With("_", Shared(LodashLibrary.Make()))
        .With("moment", Shared(MomentLibrary.Make()))
        .With("console", Shared(Console()))
        .With("setTimeout", Shared(Nothing("setTimeout")))
        .With("setInterval", Shared(Nothing("setInterval")))
        .With("clearTimeout", Shared(Nothing("clearTimeout")))
        .With("clearInterval", Shared(Nothing("clearInterval")));

    private static JsValue Shared(JsObject root)
    {
        Builder.Share(root);
        return root;
    }

    // Forms in the wild are full of forgotten console.log calls.
    private static JsObject Console()
    {
        var console = new JsObject();
        foreach (var name in (string[])["log", "info", "warn", "error", "debug", "trace"]) console.Function(name, 0, (_, _, _) => JsValue.Undefined);
        return console;
    }

    /// <summary>Timers never fire: an evaluation has no later. The official server has the same stand-ins.</summary>
    private static NativeFunction Nothing(string name) => new(name, 1, (_, _, _) => JsValue.Undefined);
}
