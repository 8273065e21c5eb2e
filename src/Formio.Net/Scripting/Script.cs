using System.Text.RegularExpressions;
using JsExpressions;

namespace Formio.Scripting;

/// <summary>
/// One piece of a form's JavaScript as form.io runs it: a function body whose parameters are the names of the context,
/// which returns a variable unless it returns something itself.
/// </summary>
internal sealed partial class Script
{
    /// <summary>form.io's parameters; declaring one of them with let or const is a syntax error, with var it is kept.</summary>
    private static readonly string[] Parameters =
    [
        "path", "data", "paths", "form", "scope", "submission", "row", "component", "instance", "value", "input",
        "config", "options", "t", "rowIndex", "valid", "result", "responseData", "util", "utils", "console", "setTimeout",
    ];

    private readonly JsScript? _script;

    public Script(string code, string variable, string? preset)
    {
        var start = preset is null ? "" : $"{variable} = {preset};";
        if (!JsScript.TryParse($"{start}{code}\n;return {variable}", JsGoal.Body, out var script, out _)) return;
        if (script.LexicalNames.Contains(variable) || script.LexicalNames.Overlaps(Parameters.Take(14))) return;
        _script = script;
        Names = [.. Parameters.Where(name => name == variable || Mentions(code, name))];
        Variable = variable;
        ReadsOnly = !Changes().IsMatch(code);
    }

    private static bool Mentions(string code, string name)
    {
        for (var at = code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = code.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsNamePart(code[at - 1])) && (end == code.Length || !IsNamePart(code[end]))) return true;
        }

        return false;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    /// <summary>False when the code does not parse: form.io then takes null as its result.</summary>
    public bool IsValid => _script is not null;

    /// <summary>The names of the context that the code may use.</summary>
    public IReadOnlyList<string> Names { get; } = [];

    public string Variable { get; } = "";

    /// <summary>
    /// True when the code surely changes nothing it is given: it assigns to no member, deletes nothing and calls none of
    /// the methods that change their object. When in doubt false; the price is a copy.
    /// </summary>
    public bool ReadsOnly { get; }

    /// <exception cref="JsException">The code throws.</exception>
    /// <exception cref="JsBudgetExceededException">The submission's budget is spent.</exception>
    public JsValue Run(JsRun run, JsScope scope) => _script is null ? JsValue.Null : _script.Evaluate(run, scope);

    [GeneratedRegex(
        @"(?:\]|\}|\.\s*[\w$]+)\s*(?:=(?![=>])|[-+*/%&|^]=|\*\*=|<<=|>>>?=|&&=|\|\|=|\?\?=|\+\+|--)"
        + @"|(?:\+\+|--)\s*[\w$]+\s*[.\[]|\bdelete\b|\]\s*\(|\bfor\s*\(\s*[\w$]+\s*[.\[]"
        + @"|\.\s*(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|setWith|delete|clear|add|assign\w*"
        + @"|define\w*|setPrototypeOf|freeze|seal|preventExtensions|merge\w*|extend\w*|defaults\w*|pull\w*|remove|update\w*"
        + @"|unset|bindAll|mixin|transform|tap|thru|invoke\w*|result|call|apply|bind)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Changes();
}
