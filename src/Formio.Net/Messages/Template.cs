using System.Text.RegularExpressions;
using Formio.Values;

namespace Formio.Messages;

/// <summary>
/// form.io's <c>{{ }}</c>: a path, or several with <c>||</c>; what is missing prints "undefined". A function call
/// prints nothing: messages run no code.
/// </summary>
internal static partial class Template
{
    public static string Fill(string template, DataObject names)
    {
        if (!template.Contains("{{", StringComparison.Ordinal)) return template;
        return Places().Replace(template, match => Resolve(match.Groups[1].Value, names));
    }

    private static string Resolve(string expression, DataObject names)
    {
        var value = DataValue.Undefined;
        foreach (var part in expression.Replace("?.", ".", StringComparison.Ordinal).Split("||"))
        {
            var path = JsText.Trim(part);
            value = path.Length == 0 ? names[""] : DataPath.Get(names, path);
            if (value.IsTruthy) break;
        }

        return value.ToString();
    }

    [GeneratedRegex(@"{{\s*(.*?)\s*}}")]
    private static partial Regex Places();
}
