using System.Text.RegularExpressions;
using Formio.Values;

namespace Formio.Messages;

/// <summary>
/// form.io's <c>{{ }}</c>: a path, or several with <c>||</c>; what is missing prints "undefined". A function call
/// prints nothing: messages run no code.
/// </summary>
internal static partial class Template
{
    /// <param name="template">The text with places.</param>
    /// <param name="names">What the places may name.</param>
    /// <param name="escapesData">True to HTML-escape what was submitted, as form.io does where logic writes labels.</param>
    public static string Fill(string template, DataObject names, bool escapesData = false)
    {
        if (!template.Contains("{{", StringComparison.Ordinal)) return template;
        return Places().Replace(template, match => Resolve(match.Groups[1].Value, names, escapesData));
    }

    private static string Resolve(string expression, DataObject names, bool escapesData)
    {
        var value = DataValue.Undefined;
        var isSubmitted = false;
        foreach (var part in expression.Replace("?.", ".", StringComparison.Ordinal).Split("||"))
        {
            var path = JsText.Trim(part);
            value = path.Length == 0 ? names[""] : DataPath.Get(names, path);
            isSubmitted = path.Split('.', '[')[0] is "data" or "row";
            if (value.IsTruthy) break;
        }

        return escapesData && isSubmitted ? Html.Escape(value.ToString()) : value.ToString();
    }

    [GeneratedRegex(@"{{\s*(.*?)\s*}}")]
    private static partial Regex Places();
}
