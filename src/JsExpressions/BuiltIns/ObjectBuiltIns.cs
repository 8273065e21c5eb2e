using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class ObjectBuiltIns
{
    public static JsObject Make()
    {
        Intrinsics.ObjectPrototype
            .Function("hasOwnProperty", 1, (run, self, args) =>
            {
                var key = Coercion.ToKey(run, args.At(0));
                return Coercion.ToObject(run, self).HasOwn(key);
            })
            .Function("isPrototypeOf", 1, (run, self, args) => IsPrototypeOf(self, args.At(0)))
            .Function("propertyIsEnumerable", 1, (run, self, args) =>
                Coercion.ToObject(run, self).TryGetOwn(Coercion.ToKey(run, args.At(0)), out var property) && property.Enumerable)
            .Function("toString", 0, (run, self, _) => ToText(run, self))
            .Function("toLocaleString", 0, (run, self, _) => Coercion.ToText(run, self))
            .Function("valueOf", 0, (run, self, _) => Coercion.ToObject(run, self).FromThis());
        var constructor = Builder.Constructor("Object", 1, Intrinsics.ObjectPrototype, Create, Create);
        ObjectReading.Install(constructor);
        ObjectDefining.Install(constructor);
        return constructor;
    }

    /// <summary>Copies own enumerable properties, as spread and <c>Object.assign</c> do; getters are called.</summary>
    public static void CopyOwn(JsRun run, JsValue source, JsObject target, HashSet<string>? except)
    {
        if (source.IsNullish) return;
        var from = Coercion.ToObject(run, source);
        foreach (var key in from.OwnKeys().Concat(from.OwnSymbolKeys()).ToArray())
        {
            run.Budget.Step();
            if (except?.Contains(key) == true || !from.TryGetOwn(key, out var property) || !property.Enumerable) continue;
            run.Budget.Elements(2);
            target.DefineOwn(key, property.Accessor is null ? property.Value : from.Get(run, key), Attributes.Plain);
        }
    }

    private static string ToText(JsRun run, JsValue self)
    {
        if (!self.IsNullish && Properties.Get(run, self, JsSymbol.ToStringTag.Key) is { IsString: true } tag)
        {
            run.Budget.Text(tag.AsString.Length + 9L);
            return $"[object {tag.AsString}]";
        }
        return ToText(self);
    }

    public static string ToText(JsValue self) => self.Kind switch
    {
        JsKind.Undefined => "[object Undefined]",
        JsKind.Null => "[object Null]",
        JsKind.Object => $"[object {self.AsObject.ClassName}]",
        var kind => $"[object {kind}]",
    };

    private static JsValue Create(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Object();
        return args.At(0).IsNullish ? new JsObject().FromThis() : Coercion.ToObject(run, args.At(0)).FromThis();
    }

    private static bool IsPrototypeOf(JsValue self, JsValue value)
    {
        for (var holder = value.ObjectOrNull?.Prototype; holder is not null; holder = holder.Prototype)
            if (ReferenceEquals(holder, self.Ref)) return true;
        return false;
    }
}
