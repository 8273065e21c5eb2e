using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class JsonBuiltIns
{
    public static JsObject Make() => new JsJsonObject()
        .Function("parse", 2, (run, _, args) =>
        {
            var text = Coercion.ToText(run, args.At(0));
            run.Budget.Steps(text.Length / 16);
            var value = new JsonReading(run, text).Read();
            return args.At(1).Ref is JsFunction reviver ? Revive(run, reviver, value) : value;
        })
        .Function("stringify", 3, (run, _, args) => new JsonWriting(run, args.At(1), args.At(2)).Write(args.At(0)));

    private static JsValue Revive(JsRun run, JsFunction reviver, JsValue value)
    {
        var root = new JsObject();
        root.Set("", value);
        return Walk(run, reviver, root, "");
    }

    private static JsValue Walk(JsRun run, JsFunction reviver, JsObject holder, string key)
    {
        run.Budget.Enter();
        var value = holder.Get(run, key);
        if (value.ObjectOrNull is { } inner)
        {
            foreach (var name in inner.Keys.ToArray())
            {
                var replaced = Walk(run, reviver, inner, name);
                if (replaced.IsUndefined) inner.DeleteOwn(name);
                else inner.DefineOwn(name, replaced, Attributes.Plain);
            }
        }
        var result = reviver.Call(run, holder.FromThis(), [key, value]);
        run.Budget.Leave();
        return result;
    }
}

internal sealed class JsJsonObject : JsObject
{
    public override string ClassName => "JSON";
}
