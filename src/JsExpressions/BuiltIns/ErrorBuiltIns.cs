using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class ErrorBuiltIns
{
    public static IEnumerable<(string Name, JsValue Value)> Make()
    {
        Intrinsics.ErrorPrototype.Function("toString", 0, (run, self, _) => Text(run, self));
        var error = Make("Error", Intrinsics.ErrorPrototype);
        yield return error;
        var (_, aggregate) = Make("AggregateError", Intrinsics.AggregateErrorPrototype, withList: true);
        aggregate.AsObject.Prototype = error.Value.AsObject;
        yield return ("AggregateError", aggregate);
        foreach (var (name, prototype) in (IEnumerable<(string, JsObject)>)[
            ("TypeError", Intrinsics.TypeErrorPrototype), ("RangeError", Intrinsics.RangeErrorPrototype),
            ("ReferenceError", Intrinsics.ReferenceErrorPrototype), ("SyntaxError", Intrinsics.SyntaxErrorPrototype),
            ("URIError", Intrinsics.UriErrorPrototype), ("EvalError", Intrinsics.EvalErrorPrototype)])
        {
            var (_, constructor) = Make(name, prototype);
            constructor.AsObject.Prototype = error.Value.AsObject;
            yield return (name, constructor);
        }
    }

    private static (string Name, JsValue Value) Make(string name, JsObject prototype, bool withList = false)
    {
        prototype.DefineOwn("name", name, Attributes.Hidden);
        prototype.DefineOwn("message", "", Attributes.Hidden);
        JsValue Create(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
        {
            run.Budget.Object();
            var list = args.At(0);
            if (withList && args.Length > 0) args = args[1..];
            var error = new JsError(prototype, args.At(0).IsUndefined ? null : Coercion.ToText(run, args.At(0)));
            if (withList)
            {
                var errors = new List<JsValue>();
                Iteration.AppendTo(run, list, errors);
                error.DefineOwn("errors", new JsArray(errors.ToArray()), Attributes.Hidden);
            }
            if (args.At(1).ObjectOrNull is { } options && options.HasProperty("cause"))
                error.DefineOwn("cause", options.Get(run, "cause"), Attributes.Hidden);
            return error;
        }
        return (name, Builder.Constructor(name, withList ? 2 : 1, prototype, Create, Create));
    }

    private static JsValue Text(JsRun run, JsValue self)
    {
        if (self.ObjectOrNull is not { } error) throw JsErrors.Type(run, "Error.prototype.toString requires that 'this' be a JSReceiver");
        var name = error.Get(run, "name");
        var message = error.Get(run, "message");
        var first = name.IsUndefined ? "Error" : Coercion.ToText(run, name);
        var second = message.IsUndefined ? "" : Coercion.ToText(run, message);
        run.Budget.Text(first.Length + second.Length + 2L);
        return first.Length == 0 ? second : second.Length == 0 ? first : $"{first}: {second}";
    }
}
