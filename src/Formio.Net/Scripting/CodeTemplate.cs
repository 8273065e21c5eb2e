using System.Text;
using Formio.Messages;
using Formio.Values;

namespace Formio.Scripting;

/// <summary>
/// <c>{{ }}</c> inside the code of a custom rule. form.io pastes the submitted text into the code, so that a person can
/// run code by typing it; here a place within quotes becomes text of that literal, and any other place one literal.
/// </summary>
internal static class CodeTemplate
{
    public static string Fill(string code, DataObject names)
    {
        var filled = new StringBuilder(code.Length);
        var quote = '\0';
        for (var i = 0; i < code.Length; i++)
        {
            var close = code[i] == '{' && i + 1 < code.Length && code[i + 1] == '{'
                ? code.IndexOf("}}", i, StringComparison.Ordinal)
                : -1;
            if (close > 0)
            {
                var text = Template.Fill(code[i..(close + 2)], names);
                var literal = DataWriter.Stringify(text)!; // a text always has JSON
                filled.Append(quote == '\0' ? $"({literal})" : Inner(literal, quote));
                i = close + 1;
                continue;
            }

            filled.Append(code[i]);
            if (code[i] == '\\' && quote != '\0' && i + 1 < code.Length) filled.Append(code[++i]);
            else if (quote == '\0' && code[i] is '"' or '\'' or '`') quote = code[i];
            else if (code[i] == quote) quote = '\0';
        }

        return filled.ToString();
    }

    private static string Inner(string literal, char quote) => quote switch
    {
        '\'' => literal[1..^1].Replace("'", "\\'", StringComparison.Ordinal),
        '`' => literal[1..^1].Replace("`", "\\`", StringComparison.Ordinal).Replace("${", "\\${", StringComparison.Ordinal),
        _ => literal[1..^1],
    };
}
