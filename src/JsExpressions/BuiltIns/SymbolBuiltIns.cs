using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class SymbolBuiltIns
{
    public static JsObject Make()
    {
        Intrinsics.SymbolPrototype
            .Function("toString", 0, (run, self, _) => This(run, self).ToString())
            .Function("valueOf", 0, (run, self, _) => This(run, self).Value)
            .Getter("description", (run, self, _) => This(run, self).Description is { } text ? text : JsValue.Undefined)
            .Tag("Symbol")
            .Function(JsSymbol.ToPrimitive, 1, (run, self, _) => This(run, self).Value, Attributes.Configurable);
        var constructor = Builder.Constructor("Symbol", 0, Intrinsics.SymbolPrototype, Create,
                (run, _, _) => throw JsErrors.Type(run, "Symbol is not a constructor"))
            .Function("for", 1, For)
            .Function("keyFor", 1, KeyFor);
        foreach (var symbol in (JsSymbol[])[JsSymbol.Iterator, JsSymbol.HasInstance, JsSymbol.ToPrimitive, JsSymbol.ToStringTag, .. JsSymbol.WithoutEffect])
            constructor.Constant(symbol.Description!["Symbol.".Length..], symbol.Value); // these have descriptions
        return constructor;
    }

    private static JsValue Create(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var description = args.At(0).IsUndefined ? null : Coercion.ToText(run, args[0]);
        run.Budget.Text(64 + (description?.Length ?? 0));
        return new JsSymbol(description).Value;
    }

    private static JsValue For(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var key = Coercion.ToText(run, args.At(0));
        if (run.RegisteredSymbols.TryGetValue(key, out var known)) return known.Value;
        run.Budget.Text(64 + key.Length);
        var symbol = new JsSymbol(key);
        run.RegisteredSymbols.Add(key, symbol);
        return symbol.Value;
    }

    private static JsValue KeyFor(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        if (args.At(0).Ref is not JsSymbol symbol) throw JsErrors.Type(run, $"{args.At(0)} is not a symbol");
        return symbol.Description is { } key && run.RegisteredSymbols.TryGetValue(key, out var known) && known == symbol ? key : JsValue.Undefined;
    }

    private static JsSymbol This(JsRun run, JsValue self) =>
        self.Ref as JsSymbol ?? (self.ObjectOrNull as JsWrapper)?.Value.Ref as JsSymbol
        ?? throw JsErrors.Type(run, "Symbol method called on an incompatible value");
}
