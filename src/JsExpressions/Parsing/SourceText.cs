namespace JsExpressions.Parsing;

/// <summary>The source and its lines.</summary>
internal sealed class SourceText(string text)
{
    public string Text { get; } = text;

    public (int Line, int Column) Locate(int position)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < position && i < Text.Length; i++)
        {
            if (Text[i] is not ('\n' or '\r' or '\u2028' or '\u2029')) continue;
            if (Text[i] == '\r' && i + 1 < Text.Length && Text[i + 1] == '\n') i++;
            if (i + 1 > position) break;
            line++;
            start = i + 1;
        }
        return (line, position - start + 1);
    }

    public JsSyntaxException Error(string code, string message, int position)
    {
        var (line, column) = Locate(position);
        return new JsSyntaxException(new JsSyntaxError(code, message, line, column));
    }
}
