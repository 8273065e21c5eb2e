using System.Text.RegularExpressions;
using JsExpressions.Patterns;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class RegExpBuiltIns
{
    private static readonly (string Name, char Flag)[] FlagNames =
    [
        ("global", 'g'), ("ignoreCase", 'i'), ("multiline", 'm'), ("dotAll", 's'), ("unicode", 'u'), ("unicodeSets", 'v'), ("sticky", 'y'), ("hasIndices", 'd'),
    ];

    public static JsObject Make()
    {
        var prototype = Intrinsics.RegExpPrototype
            .Function("exec", 1, (run, self, args) => Exec(run, This(run, self, "exec"), Coercion.ToText(run, args.At(0))))
            .Function("test", 1, (run, self, args) => Match(run, This(run, self, "test"), Coercion.ToText(run, args.At(0))) is not null)
            .Function("toString", 0, (run, self, _) => $"/{Source(This(run, self, "toString").Compiled)}/{This(run, self, "toString").Flags}")
            .Getter("source", (run, self, _) => self.Ref is JsRegExp regex ? Source(regex.Compiled) : "(?:)")
            .Getter("flags", (run, self, _) => This(run, self, "flags").Flags);
        foreach (var (name, flag) in FlagNames)
            prototype.Getter(name, (run, self, _) => self.Ref is JsRegExp regex ? regex.Flags.Contains(flag) : JsValue.Undefined);
        return Builder.Constructor("RegExp", 2, prototype,
            (run, _, args) => args.At(0).Ref is JsRegExp && args.At(1).IsUndefined ? args[0] : Create(run, args.At(0), args.At(1)),
            (run, _, args) => Create(run, args.At(0), args.At(1)));
    }

    public static JsValue Create(JsRun run, JsValue pattern, JsValue flags)
    {
        var known = pattern.Ref as JsRegExp;
        var source = known is not null ? known.Pattern : pattern.IsUndefined ? "" : Coercion.ToText(run, pattern);
        var flagText = flags.IsUndefined ? known?.Flags ?? "" : Coercion.ToText(run, flags);
        run.Budget.Steps(source.Length + 10L);
        run.Budget.Chars(source.Length * 8L + 64);
        try
        {
            return new JsRegExp(CompiledRegex.Get(source, flagText));
        }
        catch (RegexSyntaxException exception)
        {
            throw JsErrors.Syntax(run, $"Invalid regular expression: /{source}/{flagText}: {exception.Message}");
        }
    }

    /// <summary>One match by the rules of <c>lastIndex</c>.</summary>
    public static Match? Match(JsRun run, JsRegExp regex, string text)
    {
        var compiled = regex.Compiled;
        var uses = compiled.IsGlobal || compiled.IsSticky;
        var lastIndex = Coercion.ToLength(run, regex.Get(run, "lastIndex"));
        var start = uses ? lastIndex : 0;
        var match = start > text.Length ? null : compiled.Match(run, text, (int)start, compiled.IsSticky);
        if (match is null)
        {
            if (uses) SetLastIndex(run, regex, 0);
            return null;
        }
        if (uses) SetLastIndex(run, regex, match.Index + match.Length);
        return match;
    }

    public static void SetLastIndex(JsRun run, JsRegExp regex, double index)
    {
        if (!regex.Put(run, "lastIndex", index)) throw JsErrors.Type(run, "Cannot assign to read only property 'lastIndex' of object");
    }

    public static JsValue Exec(JsRun run, JsRegExp regex, string text) =>
        Match(run, regex, text) is { } match ? Result(run, regex.Compiled, match, text) : JsValue.Null;

    /// <summary>The array <c>exec</c> returns.</summary>
    public static JsValue Result(JsRun run, CompiledRegex regex, Match match, string text)
    {
        run.Budget.Array(regex.GroupCount + 4);
        run.Budget.Chars(match.Length);
        var items = new JsValue[regex.GroupCount + 1];
        for (var i = 0; i < items.Length; i++) items[i] = Group(match, i);
        var result = new JsArray(items);
        result.Set("index", match.Index);
        result.Set("input", text);
        result.Set("groups", Groups(regex, match));
        if (regex.Flags.Contains('d')) result.Set("indices", Indices(run, regex, match));
        return result;
    }

    public static JsValue Group(Match match, int number) =>
        match.Groups[number] is { Success: true } group ? group.Value : JsValue.Undefined;

    /// <summary>The object of named groups, <c>undefined</c> without any.</summary>
    public static JsValue Groups(CompiledRegex regex, Match match)
    {
        if (regex.GroupNames.Count == 0) return JsValue.Undefined;
        var groups = new JsObject(null);
        foreach (var (name, number) in regex.GroupNames) groups.Set(name, Group(match, number));
        return groups;
    }

    private static JsArray Indices(JsRun run, CompiledRegex regex, Match match)
    {
        run.Budget.Array(regex.GroupCount * 4);
        JsValue Pair(int number) => match.Groups[number] is { Success: true } group
            ? new JsArray([group.Index, group.Index + group.Length]).FromThis() : JsValue.Undefined;
        var result = new JsArray(Enumerable.Range(0, regex.GroupCount + 1).Select(Pair));
        var groups = JsValue.Undefined;
        if (regex.GroupNames.Count > 0)
        {
            var named = new JsObject(null);
            foreach (var (name, number) in regex.GroupNames) named.Set(name, Pair(number));
            groups = named;
        }
        result.Set("groups", groups);
        return result;
    }

    private static string Source(CompiledRegex regex)
    {
        if (regex.Pattern.Length == 0) return "(?:)";
        var result = new System.Text.StringBuilder();
        var inClass = false;
        for (var i = 0; i < regex.Pattern.Length; i++)
        {
            var c = regex.Pattern[i];
            if (c == '\\' && i + 1 < regex.Pattern.Length)
            {
                result.Append(c).Append(regex.Pattern[++i]);
                continue;
            }
            if (c == '[') inClass = true;
            if (c == ']') inClass = false;
            if (c == '/' && !inClass) result.Append('\\');
            if (c == '\n') result.Append("\\n");
            else if (c == '\r') result.Append("\\r");
            else result.Append(c);
        }
        return result.ToString();
    }

    private static JsRegExp This(JsRun run, JsValue self, string method) =>
        self.Ref as JsRegExp ?? throw JsErrors.Type(run, $"RegExp.prototype.{method} requires that 'this' be a RegExp");
}
