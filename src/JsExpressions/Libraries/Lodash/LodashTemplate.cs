using System.Text.RegularExpressions;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>
/// template: <c>&lt;%= value %&gt;</c>, <c>&lt;%- escaped %&gt;</c> and <c>${value}</c> hold expressions over the data given. Statements
/// in <c>&lt;% … %&gt;</c> are refused: they would need code made from text.
/// </summary>
internal static partial class LodashTemplate
{
    public static JsValue Make(JsRun run, string template)
    {
        run.Budget.Steps(template.Length + 10L);
        run.Budget.Chars(template.Length * 8L);
        var parts = new List<(string Text, JsScript? Hole, bool Escapes)>();
        var at = 0;
        foreach (Match match in Hole().Matches(template))
        {
            parts.Add((template[at..match.Index], null, false));
            at = match.Index + match.Length;
            if (match.Groups["code"].Success) throw JsErrors.Syntax(run, "Statements in templates are not supported");
            var source = match.Groups["value"].Success ? match.Groups["value"] : match.Groups["escaped"].Success ? match.Groups["escaped"] : match.Groups["inline"];
            if (!JsScript.TryParse(source.Value, JsGoal.Expression, out var script, out var error)) throw JsErrors.Syntax(run, error.Message);
            parts.Add(("", script, match.Groups["escaped"].Success));
        }
        parts.Add((template[at..], null, false));
        return new NativeFunction("", 1, (inner, _, args) => Fill(inner, parts, args.At(0)));
    }

    [GeneratedRegex(@"<%=(?<value>[\s\S]+?)%>|<%-(?<escaped>[\s\S]+?)%>|<%(?<code>[\s\S]+?)%>|\$\{(?<inline>[^\\}]*(?:\\.[^\\}]*)*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();

    private static JsValue Fill(JsRun run, List<(string Text, JsScript? Hole, bool Escapes)> parts, JsValue data)
    {
        var scope = new JsScope();
        foreach (var (key, value) in Collection.Entries(run, data))
            if (key.IsString) scope.Set(key.AsString, value);
        JsValue result = "";
        foreach (var (text, hole, escapes) in parts)
        {
            if (hole is null)
            {
                result = Coercion.Concat(run, result, text);
                continue;
            }
            var value = hole.Evaluate(run, scope);
            var filled = value.IsNullish ? "" : Coercion.ToText(run, value);
            result = Coercion.Concat(run, result, escapes ? LodashText.Escape(run, filled) : filled);
        }
        return result;
    }
}
