using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Methods of texts that take a text or a regular expression.</summary>
internal static class StringPatterns
{
    public static void Install(JsObject prototype) => prototype
        .Function("match", 1, MatchOnce)
        .Function("matchAll", 1, MatchAll)
        .Function("search", 1, (run, self, args) =>
        {
            var text = StringBuiltIns.This(run, self, "search");
            var regex = args.At(0).Ref as JsRegExp ?? (JsRegExp)RegExpBuiltIns.Create(run, args.At(0), JsValue.Undefined).AsObject; // Create makes nothing else
            return regex.Compiled.Match(run, text, 0, regex.Compiled.IsSticky)?.Index ?? -1;
        })
        .Function("split", 2, Split)
        .Function("replace", 2, (run, self, args) => Replacing.Replace(run, self, args, "replace", all: false))
        .Function("replaceAll", 2, (run, self, args) => Replacing.Replace(run, self, args, "replaceAll", all: true));

    /// <summary>Where to search next behind an empty match.</summary>
    public static int Advance(string text, int index, bool unicode) =>
        unicode && index + 1 < text.Length && char.IsHighSurrogate(text[index]) && char.IsLowSurrogate(text[index + 1]) ? index + 2 : index + 1;

    private static JsValue MatchOnce(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var text = StringBuiltIns.This(run, self, "match");
        var regex = args.At(0).Ref as JsRegExp ?? (JsRegExp)RegExpBuiltIns.Create(run, args.At(0), JsValue.Undefined).AsObject; // Create makes nothing else
        if (!regex.Compiled.IsGlobal) return RegExpBuiltIns.Exec(run, regex, text);
        RegExpBuiltIns.SetLastIndex(run, regex, 0);
        var found = new JsArray();
        var at = 0;
        while (at <= text.Length && regex.Compiled.Match(run, text, at, regex.Compiled.IsSticky) is { } match)
        {
            run.Budget.Chars(match.Length + 16);
            found.Push(run, match.Value);
            at = match.Length > 0 ? match.Index + match.Length : Advance(text, match.Index, regex.Compiled.IsUnicode);
        }
        return found.Count == 0 ? JsValue.Null : found.FromThis();
    }

    private static JsValue MatchAll(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var text = StringBuiltIns.This(run, self, "matchAll");
        if (args.At(0).Ref is JsRegExp { Compiled.IsGlobal: false })
            throw JsErrors.Type(run, "String.prototype.matchAll called with a non-global RegExp argument");
        var regex = args.At(0).Ref as JsRegExp ?? (JsRegExp)RegExpBuiltIns.Create(run, args.At(0), "g").AsObject; // Create makes nothing else
        var start = (int)Math.Min(Coercion.ToLength(run, regex.Get(run, "lastIndex")), int.MaxValue);
        return new JsIterator(new SequenceIteration(All(run, regex, text, start)), "RegExp String Iterator");
    }

    private static IEnumerable<JsValue> All(JsRun run, JsRegExp regex, string text, int at)
    {
        while (at <= text.Length && regex.Compiled.Match(run, text, at, regex.Compiled.IsSticky) is { } match)
        {
            yield return RegExpBuiltIns.Result(run, regex.Compiled, match, text);
            at = match.Length > 0 ? match.Index + match.Length : Advance(text, match.Index, regex.Compiled.IsUnicode);
        }
    }

    private static JsValue Split(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var text = StringBuiltIns.This(run, self, "split");
        var limit = args.At(1).IsUndefined ? uint.MaxValue : Coercion.ToUInt32(Coercion.ToNumber(run, args.At(1)));
        var parts = new JsArray();
        if (args.At(0).Ref is JsRegExp regex)
        {
            SplitByRegex(run, regex, text, limit, parts);
            return parts;
        }
        var separator = Coercion.ToText(run, args.At(0));
        if (limit == 0) return parts;
        if (args.At(0).IsUndefined)
        {
            parts.Push(run, text);
            return parts;
        }
        if (separator.Length == 0)
        {
            for (var i = 0; i < text.Length && parts.Count < limit; i++) parts.Push(run, CharText.Of(text[i]));
            run.Budget.Steps(parts.Count / 4);
            return parts;
        }
        var start = 0;
        while (parts.Count < limit)
        {
            var end = text.IndexOf(separator, start, StringComparison.Ordinal);
            run.Budget.Step();
            parts.Push(run, StringMaking.Part(run, text, start, end < 0 ? text.Length : end));
            if (end < 0) break;
            start = end + separator.Length;
        }
        return parts;
    }

    private static void SplitByRegex(JsRun run, JsRegExp regex, string text, uint limit, JsArray parts)
    {
        if (limit == 0) return;
        var compiled = regex.Compiled;
        if (text.Length == 0)
        {
            if (compiled.Match(run, text, 0, sticky: true) is null) parts.Push(run, "");
            return;
        }
        var (start, at) = (0, 0);
        while (at < text.Length)
        {
            var match = compiled.Match(run, text, at, sticky: compiled.IsSticky);
            if (match is null && !compiled.IsSticky) break;
            var end = match is null ? start : match.Index + match.Length;
            if (match is null || end == start || match.Index >= text.Length)
            {
                if (match is not null && match.Index >= text.Length) break;
                at = Advance(text, match is null ? at : Math.Max(at, match.Index), compiled.IsUnicode);
                continue;
            }
            // An empty match right behind the last part splits nothing.
            parts.Push(run, StringMaking.Part(run, text, start, match.Index));
            if (parts.Count == limit) return;
            start = end;
            for (var group = 1; group <= compiled.GroupCount; group++)
            {
                parts.Push(run, RegExpBuiltIns.Group(match, group));
                if (parts.Count == limit) return;
            }
            at = match.Length == 0 ? Advance(text, start, compiled.IsUnicode) : start;
        }
        parts.Push(run, StringMaking.Part(run, text, start, text.Length));
    }
}
