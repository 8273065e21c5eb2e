using System.Text;
using JsExpressions.BuiltIns;
using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>Functions on texts but those on words.</summary>
internal static class LodashText
{
    private static readonly (string Raw, string Escaped)[] Entities = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")];

    public static void Install(JsObject target) => target
        .Function("capitalize", 1, (run, _, args) => Text(run, args) is { Length: > 0 } text ? First(text, Casing.Upper, Casing.Lower) : "")
        .Function("upperFirst", 1, (run, _, args) => Text(run, args) is { Length: > 0 } text ? First(text, Casing.Upper, rest => rest) : "")
        .Function("lowerFirst", 1, (run, _, args) => Text(run, args) is { Length: > 0 } text ? First(text, Casing.Lower, rest => rest) : "")
        .Function("toUpper", 1, (run, _, args) => Casing.Upper(Text(run, args)))
        .Function("toLower", 1, (run, _, args) => Casing.Lower(Text(run, args)))
        .Function("startsWith", 3, (run, _, args) =>
        {
            var (text, part) = (Text(run, args), Coercion.ToText(run, args.At(1)));
            var at = args.At(2).IsNullish ? 0 : (int)Math.Clamp(Coercion.ToInteger(run, args.At(2)), 0, text.Length);
            return text.AsSpan(at).StartsWith(part, StringComparison.Ordinal);
        })
        .Function("endsWith", 3, (run, _, args) =>
        {
            var (text, part) = (Text(run, args), Coercion.ToText(run, args.At(1)));
            var end = args.At(2).IsUndefined ? text.Length : (int)Math.Clamp(Coercion.ToInteger(run, args.At(2)), 0, text.Length);
            return text.AsSpan(0, end).EndsWith(part, StringComparison.Ordinal);
        })
        .Function("escape", 1, (run, _, args) => Escape(run, Text(run, args)))
        .Function("unescape", 1, (run, _, args) => Entities.Reverse().Aggregate(Text(run, args), (text, entity) => text.Replace(entity.Escaped, entity.Raw, StringComparison.Ordinal)))
        .Function("escapeRegExp", 1, (run, _, args) =>
        {
            var result = new StringBuilder();
            foreach (var c in Text(run, args)) result.Append("^$\\.*+?()[]{}|".Contains(c) ? "\\" : "").Append(c);
            run.Budget.Text(result.Length);
            return result.ToString();
        })
        .Function("pad", 3, (run, _, args) => Pad(run, args, start: true, end: true))
        .Function("padStart", 3, (run, _, args) => Pad(run, args, start: true, end: false))
        .Function("padEnd", 3, (run, _, args) => Pad(run, args, start: false, end: true))
        .Function("parseInt", 2, (run, _, args) => Globals.ParseInt(Text(run, args), args.At(1).IsUndefined ? 0 : Coercion.ToInt32(run, args.At(1))))
        .Function("repeat", 2, (run, _, args) => Method(run, "repeat", [Text(run, args), LodashArrays.Count(run, args, 1)]))
        .Function("replace", 3, (run, _, args) => args.Length < 3 ? Text(run, args) : Method(run, "replace", [Text(run, args), args[1], args[2]]))
        .Function("split", 3, (run, _, args) => Method(run, "split", [Text(run, args), args.At(1), args.At(2)]))
        .Function("trim", 2, (run, _, args) => Trim(run, args, start: true, end: true))
        .Function("trimStart", 2, (run, _, args) => Trim(run, args, start: true, end: false))
        .Function("trimEnd", 2, (run, _, args) => Trim(run, args, start: false, end: true))
        .Function("truncate", 2, Truncate)
        .Function("template", 2, (run, _, args) => LodashTemplate.Make(run, Text(run, args)));

    public static string Text(JsRun run, ReadOnlySpan<JsValue> args)
    {
        var text = LodashConversions.ToText(run, args.At(0));
        run.Budget.Chars(text.Length);
        return text;
    }

    public static string Escape(JsRun run, string text)
    {
        foreach (var (raw, escaped) in Entities) text = text.Replace(raw, escaped, StringComparison.Ordinal);
        run.Budget.Text(text.Length);
        return text;
    }

    public static JsValue Method(JsRun run, string name, ReadOnlySpan<JsValue> args) =>
        ((JsFunction)Intrinsics.StringPrototype.Get(name).AsObject).Call(run, args.At(0), args[1..]); // built-in methods

    private static string First(string text, Func<string, string> first, Func<string, string> rest)
    {
        var length = char.IsHighSurrogate(text[0]) && text.Length > 1 ? 2 : 1;
        return first(text[..length]) + rest(text[length..]);
    }

    private static JsValue Pad(JsRun run, ReadOnlySpan<JsValue> args, bool start, bool end)
    {
        var text = Text(run, args);
        var missing = Math.Max(0, LodashArrays.Count(run, args, 1, 0) - text.Length);
        var chars = args.At(2).IsUndefined ? " " : Coercion.ToText(run, args.At(2));
        if (missing == 0 || chars.Length == 0) return text;
        var left = start ? end ? missing / 2 : missing : 0;
        run.Budget.Text((long)missing + text.Length);
        return Filler(chars, left) + text + Filler(chars, missing - left);
    }

    private static string Filler(string chars, int length)
    {
        var result = new StringBuilder();
        while (result.Length < length) result.Append(chars);
        return result.ToString(0, length);
    }

    private static JsValue Trim(JsRun run, ReadOnlySpan<JsValue> args, bool start, bool end)
    {
        var text = Text(run, args);
        var chars = args.At(1).IsUndefined ? null : Coercion.ToText(run, args.At(1));
        bool Cut(char c) => chars is null ? NumberText.IsWhite(c) : chars.Contains(c);
        var (from, to) = (0, text.Length);
        while (start && from < to && Cut(text[from])) from++;
        while (end && to > from && Cut(text[to - 1])) to--;
        return text[from..to];
    }

    private static JsValue Truncate(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var text = Text(run, args);
        var options = args.At(1).ObjectOrNull;
        var length = options?.Get(run, "length") is { IsUndefined: false } wanted ? Coercion.ToInteger(run, wanted) : 30;
        var omission = options?.Get(run, "omission") is { IsUndefined: false } mark ? Coercion.ToText(run, mark) : "...";
        if (length >= text.Length) return text;
        var end = (int)length - omission.Length;
        if (end < 1) return omission;
        var result = text[..end];
        var separator = options?.Get(run, "separator") ?? default;
        if (separator.Ref is JsRegExp regex)
        {
            var last = -1;
            for (var match = regex.Compiled.Match(run, result, 0, false); match is not null; match = match.Index + 1 <= result.Length ? regex.Compiled.Match(run, result, match.Index + Math.Max(1, match.Length), false) : null)
            {
                last = match.Index;
                if (match.Index + Math.Max(1, match.Length) > result.Length) break;
            }
            if (last >= 0) result = result[..last];
        }
        else if (!separator.IsUndefined && text.IndexOf(Coercion.ToText(run, separator), Math.Min(end, text.Length), StringComparison.Ordinal) != end)
        {
            var last = result.LastIndexOf(Coercion.ToText(run, separator), StringComparison.Ordinal);
            if (last > -1) result = result[..last];
        }
        return result + omission;
    }
}
