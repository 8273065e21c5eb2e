using System.Text;
using System.Text.RegularExpressions;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>replace and replaceAll.</summary>
internal static class Replacing
{
    public static JsValue Replace(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, string method, bool all)
    {
        var text = StringBuiltIns.This(run, self, method);
        var function = args.At(1).Ref as JsFunction;
        if (args.At(0).Ref is JsRegExp regex)
        {
            if (all && !regex.Compiled.IsGlobal) throw JsErrors.Type(run, "replaceAll must be called with a global RegExp");
            return ByRegex(run, text, regex, function, function is null ? Coercion.ToText(run, args.At(1)) : "");
        }
        var part = Coercion.ToText(run, args.At(0));
        return ByText(run, text, part, function, function is null ? Coercion.ToText(run, args.At(1)) : "", all);
    }

    private static JsValue ByText(JsRun run, string text, string part, JsFunction? function, string template, bool all)
    {
        var result = new StringBuilder();
        var (done, from) = (0, 0);
        while (from <= text.Length)
        {
            var found = text.IndexOf(part, from, StringComparison.Ordinal);
            if (found < 0) break;
            run.Budget.Step();
            result.Append(text, done, found - done);
            if (function is not null) result.Append(Coercion.ToText(run, function.Call(run, JsValue.Undefined, [part, found, text])));
            else Expand(result, template, text, part, found, null, null);
            Check(run, result);
            done = found + part.Length;
            from = Math.Max(done, found + 1);
            if (!all) break;
        }
        if (done == 0 && result.Length == 0) return text;
        run.Budget.Text(result.Length + text.Length - done);
        return result.Append(text, done, text.Length - done).ToString();
    }

    private static JsValue ByRegex(JsRun run, string text, JsRegExp regex, JsFunction? function, string template)
    {
        var compiled = regex.Compiled;
        var result = new StringBuilder();
        var matches = new List<Match>();
        if (!compiled.IsGlobal)
        {
            if (RegExpBuiltIns.Match(run, regex, text) is { } single) matches.Add(single);
        }
        else
        {
            RegExpBuiltIns.SetLastIndex(run, regex, 0);
            var at = 0;
            while (at <= text.Length && compiled.Match(run, text, at, compiled.IsSticky) is { } match)
            {
                run.Budget.Elements(8);
                matches.Add(match);
                at = match.Length > 0 ? match.Index + match.Length : StringPatterns.Advance(text, match.Index, compiled.IsUnicode);
            }
        }
        if (matches.Count == 0) return text;
        var done = 0;
        foreach (var match in matches)
        {
            result.Append(text, done, match.Index - done);
            if (function is not null) result.Append(Coercion.ToText(run, Call(run, function, regex, match, text)));
            else Expand(result, template, text, match.Value, match.Index, match, regex);
            Check(run, result);
            done = match.Index + match.Length;
        }
        run.Budget.Text(result.Length + text.Length - done);
        return result.Append(text, done, text.Length - done).ToString();
    }

    private static JsValue Call(JsRun run, JsFunction function, JsRegExp regex, Match match, string text)
    {
        var args = new List<JsValue>();
        for (var i = 0; i <= regex.Compiled.GroupCount; i++) args.Add(RegExpBuiltIns.Group(match, i));
        args.Add(match.Index);
        args.Add(text);
        if (regex.Compiled.GroupNames.Count > 0) args.Add(RegExpBuiltIns.Groups(regex.Compiled, match));
        return function.Call(run, JsValue.Undefined, [.. args]);
    }

    private static void Check(JsRun run, StringBuilder result)
    {
        run.Budget.Step();
        if (result.Length > run.Budget.Limits.MaxStringLength) run.Budget.Text(result.Length);
    }

    /// <summary>GetSubstitution: $$, $&amp;, $`, $', $1, $&lt;name&gt;.</summary>
    private static void Expand(StringBuilder result, string template, string text, string matched, int position, Match? match, JsRegExp? regex)
    {
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            var next = c == '$' && i + 1 < template.Length ? template[i + 1] : '\0';
            switch (next)
            {
                case '$': result.Append('$'); break;
                case '&': result.Append(matched); break;
                case '`': result.Append(text, 0, position); break;
                case '\'': result.Append(text, position + matched.Length, text.Length - position - matched.Length); break;
                case >= '0' and <= '9' when Number(template, i + 1, regex?.Compiled.GroupCount ?? 0) is var (number, length) && length > 0:
                    result.Append(match!.Groups[number].Value); // a number is found only with groups, thus a match
                    i += length - 1;
                    break;
                case '<' when regex?.Compiled.GroupNames.Count > 0 && template.IndexOf('>', i) is var end && end > 0:
                    var name = template[(i + 2)..end];
                    var (_, group) = regex.Compiled.GroupNames.FirstOrDefault(item => item.Name == name);
                    if (group > 0) result.Append(match!.Groups[group].Value); // as above
                    i = end - 1;
                    break;
                default:
                    result.Append(c);
                    continue;
            }
            i++;
        }
    }

    private static (int Number, int Length) Number(string template, int at, int groups)
    {
        var one = template[at] - '0';
        if (at + 1 < template.Length && char.IsAsciiDigit(template[at + 1]))
        {
            var two = one * 10 + (template[at + 1] - '0');
            if (two >= 1 && two <= groups) return (two, 2);
        }
        return one >= 1 && one <= groups ? (one, 1) : (0, 0);
    }
}
