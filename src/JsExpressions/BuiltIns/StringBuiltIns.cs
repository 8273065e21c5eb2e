using System.Text;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class StringBuiltIns
{
    public static JsObject Make()
    {
        StringReading.Install(Intrinsics.StringPrototype);
        StringMaking.Install(Intrinsics.StringPrototype);
        StringPatterns.Install(Intrinsics.StringPrototype);
        Intrinsics.StringPrototype
            .Function("toString", 0, Itself)
            .Function("valueOf", 0, Itself);
        return Builder.Constructor("String", 1, Intrinsics.StringPrototype,
                (run, _, args) => args.Length == 0 ? "" : args[0].Ref is JsSymbol symbol ? symbol.ToString() : Coercion.ToText(run, args[0]),
                (run, _, args) => new JsWrapper(args.Length == 0 ? "" : Coercion.ToText(run, args[0])).FromThis())
            .Function("fromCharCode", 1, FromCharCode)
            .Function("fromCodePoint", 1, FromCodePoint)
            .Function("raw", 1, Raw);
    }

    /// <summary>The text of <c>this</c>; null and undefined are refused.</summary>
    public static string This(JsRun run, JsValue self, string method)
    {
        if (self.Ref is string text) return text;
        if (self.IsNullish) throw JsErrors.Type(run, $"String.prototype.{method} called on null or undefined");
        return Coercion.ToText(run, self);
    }

    private static JsValue Itself(JsRun run, JsValue self, ReadOnlySpan<JsValue> args) =>
        self.IsString ? self
        : self.ObjectOrNull is JsWrapper { Value: { IsString: true } value } ? value
        : ReferenceEquals(self.Ref, Intrinsics.StringPrototype) ? "" // it is itself a String object
        : throw JsErrors.Type(run, "String.prototype.valueOf requires that 'this' be a String");

    private static JsValue FromCharCode(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Text(args.Length);
        var chars = new char[args.Length];
        for (var i = 0; i < chars.Length; i++) chars[i] = (char)Coercion.ToInt32(run, args[i]);
        return new string(chars);
    }

    private static JsValue FromCodePoint(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Text(args.Length * 2L);
        var text = new StringBuilder();
        foreach (var arg in args)
        {
            var code = Coercion.ToNumber(run, arg);
            if (code is < 0 or > 0x10FFFF || code != Math.Truncate(code)) throw JsErrors.Range(run, $"Invalid code point {Coercion.ToText(run, arg)}");
            if (code > 0xFFFF) text.Append(char.ConvertFromUtf32((int)code));
            else text.Append((char)code);
        }
        return text.ToString();
    }

    private static JsValue Raw(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var raw = Coercion.ToObject(run, Coercion.ToObject(run, args.At(0)).Get(run, "raw"));
        var length = Coercion.ToLength(run, raw.Get(run, "length"));
        JsValue result = "";
        for (var i = 0; i < length; i++)
        {
            run.Budget.Step();
            result = Coercion.Concat(run, result, Coercion.ToText(run, raw.Get(run, ArrayIndex.ToKey(i))));
            if (i + 1 < length && i + 1 < args.Length) result = Coercion.Concat(run, result, Coercion.ToText(run, args[i + 1]));
        }
        return result;
    }
}
