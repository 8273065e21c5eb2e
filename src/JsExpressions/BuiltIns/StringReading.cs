using System.Globalization;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Methods that look into a text.</summary>
internal static class StringReading
{
    public static void Install(JsObject prototype) => prototype
        .Function("charAt", 1, (run, self, args) => At(run, self, args, "charAt") is { } c ? CharText.Of(c) : "")
        .Function("charCodeAt", 1, (run, self, args) => At(run, self, args, "charCodeAt") is { } c ? c : double.NaN)
        .Function("codePointAt", 1, CodePointAt)
        .Function("at", 1, (run, self, args) =>
        {
            var text = StringBuiltIns.This(run, self, "at");
            var index = Coercion.ToInteger(run, args.At(0));
            if (index < 0) index += text.Length;
            return index >= 0 && index < text.Length ? CharText.Of(text[(int)index]) : JsValue.Undefined;
        })
        .Function("includes", 1, (run, self, args) => Search(run, self, args, "includes", (text, part, from) => text.IndexOf(part, from, StringComparison.Ordinal) >= 0))
        .Function("startsWith", 1, (run, self, args) => Search(run, self, args, "startsWith", (text, part, from) => string.CompareOrdinal(text, from, part, 0, part.Length) == 0 && from + part.Length <= text.Length))
        .Function("endsWith", 1, EndsWith)
        .Function("indexOf", 1, (run, self, args) =>
        {
            var text = StringBuiltIns.This(run, self, "indexOf");
            var part = Coercion.ToText(run, args.At(0));
            var from = (int)Math.Clamp(Coercion.ToInteger(run, args.At(1)), 0, text.Length);
            run.Budget.Steps(text.Length / 64);
            return text.IndexOf(part, from, StringComparison.Ordinal);
        })
        .Function("lastIndexOf", 1, LastIndexOf)
        .Function("localeCompare", 1, (run, self, args) => Compare(run, StringBuiltIns.This(run, self, "localeCompare"), args))
        .Function("isWellFormed", 0, (run, self, _) => IsWellFormed(StringBuiltIns.This(run, self, "isWellFormed")))
        .Function("concat", 1, (run, self, args) =>
        {
            JsValue result = StringBuiltIns.This(run, self, "concat");
            foreach (var arg in args) result = Coercion.Concat(run, result, Coercion.ToText(run, arg));
            return result;
        });

    private static char? At(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, string method)
    {
        var text = StringBuiltIns.This(run, self, method);
        var index = Coercion.ToInteger(run, args.At(0));
        return index >= 0 && index < text.Length ? text[(int)index] : null;
    }

    private static JsValue CodePointAt(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var text = StringBuiltIns.This(run, self, "codePointAt");
        var index = Coercion.ToInteger(run, args.At(0));
        if (index < 0 || index >= text.Length) return JsValue.Undefined;
        var i = (int)index;
        return char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
    }

    private static JsValue Search(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, string method, Func<string, string, int, bool> test)
    {
        var text = StringBuiltIns.This(run, self, method);
        RefuseRegex(run, args.At(0), method);
        var part = Coercion.ToText(run, args.At(0));
        var from = (int)Math.Clamp(Coercion.ToInteger(run, args.At(1)), 0, text.Length);
        run.Budget.Steps(text.Length / 64);
        return test(text, part, from);
    }

    private static JsValue EndsWith(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var text = StringBuiltIns.This(run, self, "endsWith");
        RefuseRegex(run, args.At(0), "endsWith");
        var part = Coercion.ToText(run, args.At(0));
        var end = args.At(1).IsUndefined ? text.Length : (int)Math.Clamp(Coercion.ToInteger(run, args.At(1)), 0, text.Length);
        return end >= part.Length && string.CompareOrdinal(text, end - part.Length, part, 0, part.Length) == 0;
    }

    private static void RefuseRegex(JsRun run, JsValue value, string method)
    {
        if (value.Ref is JsRegExp) throw JsErrors.Type(run, $"First argument to String.prototype.{method} must not be a regular expression");
    }

    private static JsValue LastIndexOf(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var text = StringBuiltIns.This(run, self, "lastIndexOf");
        var part = Coercion.ToText(run, args.At(0));
        var position = Coercion.ToNumber(run, args.At(1));
        var from = double.IsNaN(position) ? text.Length : Math.Clamp(Math.Truncate(position), 0, text.Length);
        var start = (int)Math.Min(from, text.Length - part.Length);
        run.Budget.Steps(text.Length / 64);
        return start < 0 ? -1 : text.AsSpan(0, start + part.Length).LastIndexOf(part, StringComparison.Ordinal);
    }

    // ICU as in V8: accents and case decide only among otherwise equal texts.
    private static JsValue Compare(JsRun run, string text, ReadOnlySpan<JsValue> args)
    {
        var other = Coercion.ToText(run, args.At(0));
        run.Budget.Steps((text.Length + other.Length) / 16);
        var culture = LocaleText.CultureOf(run, args.At(1));
        var options = CompareOptions.None;
        if (args.At(2).ObjectOrNull is { } settings)
        {
            if (settings.Get(run, "sensitivity") is { IsString: true } sensitivity)
            {
                options = sensitivity.AsString switch
                {
                    "base" => CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace,
                    "accent" => CompareOptions.IgnoreCase,
                    "case" => CompareOptions.IgnoreNonSpace,
                    _ => CompareOptions.None,
                };
            }
            if (settings.Get(run, "numeric").IsTruthy) options |= CompareOptions.NumericOrdering;
        }
        return Math.Sign(culture.CompareInfo.Compare(text.Normalize(), other.Normalize(), options));
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
