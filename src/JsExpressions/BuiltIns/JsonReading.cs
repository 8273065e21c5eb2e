using System.Globalization;
using System.Text;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>JSON.parse: exactly ECMAScript's grammar, its own reader since System.Text.Json refuses lone surrogates.</summary>
internal sealed class JsonReading(JsRun run, string text)
{
    private int _at;

    public JsValue Read()
    {
        var value = ReadValue();
        SkipBlank();
        if (_at < text.Length) throw Error("non-whitespace character after JSON");
        return value;
    }

    private JsValue ReadValue()
    {
        SkipBlank();
        run.Budget.Step();
        if (_at >= text.Length) throw JsErrors.Syntax(run, "Unexpected end of JSON input");
        var c = text[_at];
        return c switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' => ReadText(),
            't' => Word("true", JsValue.True),
            'f' => Word("false", JsValue.False),
            'n' => Word("null", JsValue.Null),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => throw Unexpected(),
        };
    }

    private JsValue ReadObject()
    {
        run.Budget.Enter();
        run.Budget.Object();
        var result = new JsObject();
        _at++;
        SkipBlank();
        if (!Eat('}'))
        {
            do
            {
                SkipBlank();
                if (Peek() != '"') throw Unexpected();
                var key = ReadText();
                SkipBlank();
                if (!Eat(':')) throw Unexpected();
                run.Budget.Elements(2);
                result.DefineOwn(key, ReadValue(), Attributes.Plain);
                SkipBlank();
            }
            while (Eat(','));
            if (!Eat('}')) throw Unexpected();
        }
        run.Budget.Leave();
        return result;
    }

    private JsValue ReadArray()
    {
        run.Budget.Enter();
        var result = new JsArray();
        _at++;
        SkipBlank();
        if (!Eat(']'))
        {
            do
            {
                result.Push(run, ReadValue());
                SkipBlank();
            }
            while (Eat(','));
            if (!Eat(']')) throw Unexpected();
        }
        run.Budget.Leave();
        return result;
    }

    private string ReadText()
    {
        var start = ++_at;
        while (_at < text.Length && text[_at] is not ('"' or '\\') && text[_at] >= ' ') _at++;
        if (_at < text.Length && text[_at] == '"')
        {
            run.Budget.Text(_at - start);
            return text[start.._at++];
        }
        var result = new StringBuilder(text, start, _at - start, 64);
        while (true)
        {
            if (_at >= text.Length) throw JsErrors.Syntax(run, "Unterminated string in JSON at position " + _at.ToString(CultureInfo.InvariantCulture));
            var c = text[_at++];
            if (c == '"') break;
            if (c < ' ') throw Error("Bad control character in string literal in JSON");
            result.Append(c == '\\' ? ReadEscape() : c);
        }
        run.Budget.Text(result.Length);
        return result.ToString();
    }

    private char ReadEscape()
    {
        var c = _at < text.Length ? text[_at++] : '\0';
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when _at + 4 <= text.Length && ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default: throw Error("Bad escaped character in JSON");
        }
    }

    private JsValue ReadNumber()
    {
        var start = _at;
        if (Peek() == '-') _at++;
        if (!Eat('0') && !Digits()) throw Error("No number after minus sign in JSON");
        if (Eat('.') && !Digits()) throw Error("Unterminated fractional number in JSON");
        if (Peek() is 'e' or 'E')
        {
            _at++;
            if (Peek() is '+' or '-') _at++;
            if (!Digits()) throw Error("Exponent part is missing a number in JSON");
        }
        return double.Parse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private bool Digits()
    {
        var start = _at;
        while (Peek() is >= '0' and <= '9') _at++;
        return _at > start;
    }

    private JsValue Word(string word, JsValue value)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0) throw Unexpected();
        _at += word.Length;
        return value;
    }

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private bool Eat(char c)
    {
        if (_at >= text.Length || text[_at] != c) return false;
        _at++;
        return true;
    }

    private void SkipBlank()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r') _at++;
    }

    private JsException Unexpected() => _at >= text.Length
        ? JsErrors.Syntax(run, "Unexpected end of JSON input")
        : JsErrors.Syntax(run, $"Unexpected token '{text[_at]}', {Excerpt()} is not valid JSON");

    private string Excerpt() => text.Length <= 40 ? $"\"{text}\"" : $"...\"{text.AsSpan(Math.Max(0, _at - 10), Math.Min(20, text.Length - Math.Max(0, _at - 10)))}\"...";

    private JsException Error(string problem) => JsErrors.Syntax(run, $"{problem} at position {_at.ToString(CultureInfo.InvariantCulture)}");
}
