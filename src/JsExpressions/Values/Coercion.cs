using System.Runtime.CompilerServices;

namespace JsExpressions.Values;

/// <summary>ECMAScript's abstract conversions (section 7.1) and comparisons (7.2).</summary>
internal static class Coercion
{
    public enum Hint { Default, Number, String }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToNumber(JsRun run, JsValue value) =>
        ReferenceEquals(value.Ref, Marker.Number) ? value.Num : ToNumberSlow(run, value);

    private static double ToNumberSlow(JsRun run, JsValue value) => value.Kind switch
    {
        JsKind.Undefined => double.NaN,
        JsKind.Null => 0,
        JsKind.Boolean or JsKind.Number => value.Num,
        JsKind.String => NumberText.Parse(value.AsString),
        JsKind.BigInt => throw JsErrors.Type(run, "Cannot convert a BigInt value to a number"),
        JsKind.Symbol => throw JsErrors.Type(run, "Cannot convert a Symbol value to a number"),
        _ => ToNumber(run, ToPrimitive(run, value, Hint.Number)),
    };

    public static string ToText(JsRun run, JsValue value) => value.Kind switch
    {
        JsKind.String => value.AsString,
        JsKind.Number => NumberText.Format(value.Num),
        JsKind.Boolean => value.Num != 0 ? "true" : "false",
        JsKind.Null => "null",
        JsKind.Undefined => "undefined",
        JsKind.BigInt => BigIntMath.ToText(run, ((JsBigInt)value.Ref!).Number), // the kind says so
        JsKind.Symbol => throw JsErrors.Type(run, "Cannot convert a Symbol value to a string"),
        _ => ToText(run, ToPrimitive(run, value, Hint.String)),
    };

    public static string ToKey(JsRun run, JsValue value)
    {
        if (value.Ref is string text) return text;
        if (value.IsNumber && value.Num >= 0 && value.Num < 256 && value.Num == (int)value.Num) return ArrayIndex.ToKey((int)value.Num);
        if (value.IsObject) value = ToPrimitive(run, value, Hint.String);
        return value.Ref is JsSymbol symbol ? symbol.Key : ToText(run, value);
    }

    /// <summary>ToNumeric: a number, or a BigInt as it is.</summary>
    public static JsValue ToNumeric(JsRun run, JsValue value)
    {
        if (value.IsNumber || value.IsBigInt) return value;
        value = ToPrimitive(run, value, Hint.Number);
        return value.IsBigInt ? value : ToNumber(run, value);
    }

    /// <summary>The key as a script sees it: the symbol, or the text.</summary>
    public static JsValue FromKey(string key) => JsSymbol.OfKey(key)?.Value ?? key;

    /// <summary>The text as a value, keeping a rope unjoined.</summary>
    public static JsValue ToTextValue(JsRun run, JsValue value) => value.IsString ? value : ToText(run, value);

    public static JsValue ToPrimitive(JsRun run, JsValue value, Hint hint = Hint.Default)
    {
        if (value.ObjectOrNull is not { } target) return value;
        if (target.Get(run, JsSymbol.ToPrimitive.Key) is { IsNullish: false } own) return ToPrimitive(run, value, own, hint);
        if (hint == Hint.Default) hint = target is JsDate ? Hint.String : Hint.Number;
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var name = (hint == Hint.String) == (attempt == 0) ? "toString" : "valueOf";
            if (target.Get(run, name).ObjectOrNull is not JsFunction method) continue;
            run.Budget.Enter();
            var result = method.Call(run, value, []);
            run.Budget.Leave();
            if (!result.IsObject) return result;
        }
        throw JsErrors.Type(run, "Cannot convert object to primitive value");
    }

    private static JsValue ToPrimitive(JsRun run, JsValue value, JsValue method, Hint hint)
    {
        if (method.Ref is not JsFunction function) throw JsErrors.Type(run, "Symbol.toPrimitive is not a function");
        run.Budget.Enter();
        var result = function.Call(run, value, [hint switch { Hint.String => "string", Hint.Number => "number", _ => "default" }]);
        run.Budget.Leave();
        return result.IsObject ? throw JsErrors.Type(run, "Cannot convert object to primitive value") : result;
    }

    public static double ToInteger(JsRun run, JsValue value)
    {
        var number = ToNumber(run, value);
        return double.IsNaN(number) ? 0 : Math.Truncate(number) + 0.0;
    }

    public static double ToLength(JsRun run, JsValue value) => Math.Clamp(ToInteger(run, value), 0, 9007199254740991);

    public static int ToInt32(JsRun run, JsValue value) => ToInt32(ToNumber(run, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ToInt32(double number)
    {
        var quick = (int)number;
        return quick == number ? quick : ToInt32Slow(number);
    }

    private static int ToInt32Slow(double number)
    {
        if (!double.IsFinite(number)) return 0;
        var rest = Math.Truncate(number) % 4294967296.0;
        return unchecked((int)(uint)(long)rest);
    }

    public static uint ToUInt32(double number) => unchecked((uint)ToInt32(number));

    /// <summary>The object a property of the value is looked up on; throws TypeError for null and undefined.</summary>
    public static JsObject ToObject(JsRun run, JsValue value) => value.Kind switch
    {
        JsKind.Object => value.AsObject,
        JsKind.Undefined or JsKind.Null => throw JsErrors.Type(run, "Cannot convert undefined or null to object"),
        _ => new JsWrapper(value),
    };

    public static bool StrictEquals(JsValue a, JsValue b)
    {
        if (ReferenceEquals(a.Ref, Marker.Number)) return ReferenceEquals(b.Ref, Marker.Number) && a.Num == b.Num;
        if (a.Ref is string left && b.Ref is string right) return left == right;
        if (a.IsString) return b.IsString && a.AsString == b.AsString;
        if (a.Ref is JsBigInt x) return b.Ref is JsBigInt y && x.Number == y.Number;
        return ReferenceEquals(a.Ref, b.Ref) && a.Num == b.Num;
    }

    public static bool SameValue(JsValue a, JsValue b)
    {
        if (a.IsNumber && b.IsNumber) return a.Num.Equals(b.Num) && double.IsNegative(a.Num) == double.IsNegative(b.Num) || (double.IsNaN(a.Num) && double.IsNaN(b.Num));
        return StrictEquals(a, b);
    }

    public static bool SameValueZero(JsValue a, JsValue b) =>
        StrictEquals(a, b) || (a.IsNumber && b.IsNumber && double.IsNaN(a.Num) && double.IsNaN(b.Num));

    public static bool LooseEquals(JsRun run, JsValue a, JsValue b)
    {
        while (true)
        {
            var left = a.Kind;
            var right = b.Kind;
            if (left == right) return StrictEquals(a, b);
            if (a.IsNullish || b.IsNullish) return a.IsNullish && b.IsNullish;
            if (left == JsKind.Object) a = ToPrimitive(run, a);
            else if (right == JsKind.Object) b = ToPrimitive(run, b);
            else if (left == JsKind.Symbol || right == JsKind.Symbol) return false;
            else if (left == JsKind.BigInt) return EqualsNumber(run, (JsBigInt)a.Ref!, b); // the kind says so
            else if (right == JsKind.BigInt) return EqualsNumber(run, (JsBigInt)b.Ref!, a); // the kind says so
            else return ToNumber(run, a) == ToNumber(run, b);
        }
    }

    private static bool EqualsNumber(JsRun run, JsBigInt a, JsValue b)
    {
        if (b.IsString) return BigIntMath.Parse(run, b.AsString) is { } parsed && parsed == a.Number;
        var number = ToNumber(run, b);
        return !double.IsNaN(number) && BigIntMath.Compare(a.Number, number) == 0;
    }

    /// <summary>a &lt; b; null when one is NaN.</summary>
    public static bool? Less(JsRun run, JsValue a, JsValue b, bool leftFirst)
    {
        if (leftFirst)
        {
            a = ToPrimitive(run, a, Hint.Number);
            b = ToPrimitive(run, b, Hint.Number);
        }
        else
        {
            b = ToPrimitive(run, b, Hint.Number);
            a = ToPrimitive(run, a, Hint.Number);
        }
        if (a.IsString && b.IsString) return string.CompareOrdinal(a.AsString, b.AsString) < 0;
        if (a.IsBigInt || b.IsBigInt) return LessBig(run, a, b);
        var x = ToNumber(run, a);
        var y = ToNumber(run, b);
        return double.IsNaN(x) || double.IsNaN(y) ? null : x < y;
    }

    private static bool? LessBig(JsRun run, JsValue a, JsValue b)
    {
        if (a.IsString || b.IsString)
        {
            if (BigIntMath.Parse(run, a.IsString ? a.AsString : b.AsString) is not { } parsed) return null;
            if (a.IsString) a = new JsBigInt(parsed).Value;
            else b = new JsBigInt(parsed).Value;
        }
        if (a.Ref is JsBigInt x) return b.Ref is JsBigInt y ? x.Number < y.Number : Order(x, ToNumber(run, b)) is { } order ? order < 0 : null;
        return Order((JsBigInt)b.Ref!, ToNumber(run, a)) is { } reversed ? reversed > 0 : null; // one of them is big
    }

    private static int? Order(JsBigInt a, double b) => double.IsNaN(b) ? null : BigIntMath.Compare(a.Number, b);

    public static JsValue Add(JsRun run, JsValue a, JsValue b)
    {
        if (a.IsNumber && b.IsNumber) return a.Num + b.Num;
        a = ToPrimitive(run, a);
        b = ToPrimitive(run, b);
        if (a.IsString || b.IsString) return Concat(run, ToTextValue(run, a), ToTextValue(run, b));
        if (!a.IsBigInt && !b.IsBigInt) return ToNumber(run, a) + ToNumber(run, b);
        return a.Ref is JsBigInt x && b.Ref is JsBigInt y ? BigIntMath.Add(run, x.Number, y.Number) : throw BigIntMath.Mixed(run);
    }

    public static JsValue Concat(JsRun run, JsValue a, JsValue b)
    {
        var left = a.Ref is Rope x ? x.Length : ((string)a.Ref!).Length; // both are texts
        var right = b.Ref is Rope y ? y.Length : ((string)b.Ref!).Length; // both are texts
        if (left == 0) return b;
        if (right == 0) return a;
        var length = (long)left + right;
        if (length < Rope.MinLength)
        {
            run.Budget.Chars(length);
            return a.AsString + b.AsString;
        }
        // A rope costs its node now; joining it later makes one text whose length is charged here in part.
        if (length > run.Budget.Limits.MaxStringLength) run.Budget.Text(length);
        run.Budget.Chars(Math.Min(length, right + 32));
        return new JsValue(new Rope(a.Ref!, b.Ref!, (int)length), 0); // both are texts
    }

    public static string TypeOf(JsValue value) => value.Kind switch
    {
        JsKind.Undefined => "undefined",
        JsKind.Boolean => "boolean",
        JsKind.Number => "number",
        JsKind.String => "string",
        JsKind.BigInt => "bigint",
        JsKind.Symbol => "symbol",
        JsKind.Object when value.Ref is JsFunction => "function",
        _ => "object",
    };
}
