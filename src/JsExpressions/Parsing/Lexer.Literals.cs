using System.Globalization;
using System.Text;
using JsExpressions.Values;

namespace JsExpressions.Parsing;

internal sealed partial class Lexer
{
    private void ReadNumber(ref Token token)
    {
        token.Kind = TokenKind.Number;
        var start = _at;
        var radix = Peek(0) == '0' ? char.ToLowerInvariant(Peek(1)) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 } : 10;
        if (radix != 10)
        {
            _at += 2;
            token.Number = NumberText.ParseDigits(Digits(start, c => NumberText.DigitOf(c) is >= 0 and var d && d < radix), radix);
            if (double.IsNaN(token.Number)) throw Error("invalid-literal", "Digits were expected in the number.", start);
        }
        else if (Peek(0) == '0' && Peek(1) == '_')
        {
            throw Error("invalid-literal", "An underscore may not follow a leading zero.", _at + 1);
        }
        else if (Peek(0) == '0' && char.IsAsciiDigit(Peek(1)))
        {
            while (char.IsAsciiDigit(Peek(0))) _at++;
            var digits = _text.AsSpan(start, _at - start);
            token.Last = true;
            if (digits.IndexOfAny('8', '9') < 0) token.Number = NumberText.ParseDigits(digits, 8);
            else ReadDecimal(ref token, start);
        }
        else
        {
            ReadDecimal(ref token, start);
        }
        if (Peek(0) == 'n')
        {
            _at++;
            token.Kind = TokenKind.BigInt;
        }
        if (NameChars.IsPart(CodeHere(0)) || Peek(0) == '\\')
            throw Error("invalid-literal", "A number cannot be followed directly by a name or digit.", _at);
    }

    private void ReadDecimal(ref Token token, int start)
    {
        var digits = new StringBuilder();
        digits.Append(Digits(start, char.IsAsciiDigit));
        if (_at == start) digits.Append('0');
        if (start < _at && digits.Length == 0) digits.Append(_text, start, _at - start);
        if (Peek(0) == '.')
        {
            _at++;
            digits.Append('.').Append(Digits(start, char.IsAsciiDigit)).Append('0');
        }
        if (Peek(0) is 'e' or 'E')
        {
            _at++;
            digits.Append('e');
            if (Peek(0) is '+' or '-') digits.Append(_text[_at++]);
            var exponent = Digits(start, char.IsAsciiDigit);
            if (exponent.Length == 0) throw Error("invalid-literal", "Digits were expected in the exponent.", _at);
            digits.Append(exponent);
        }
        token.Number = double.Parse(digits.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>A run of digits with single underscores between them, which are left out.</summary>
    private string Digits(int start, Func<char, bool> isDigit)
    {
        var from = _at;
        while (isDigit(Peek(0)) || (Peek(0) == '_' && _at > from && _text[_at - 1] != '_' && isDigit(Peek(1)))) _at++;
        if (Peek(0) == '_') throw Error("invalid-literal", "An underscore may stand only between two digits.", _at);
        return _text[from.._at].Replace("_", "", StringComparison.Ordinal);
    }

    private void ReadText(ref Token token, char quote)
    {
        token.Kind = TokenKind.Text;
        var start = _at++;
        var plain = _at;
        while (_at < _text.Length && _text[_at] != quote && _text[_at] is not ('\\' or '\n' or '\r')) _at++;
        if (_at < _text.Length && _text[_at] == quote)
        {
            token.Text = Interned(_text.AsSpan(plain, _at - plain));
            _at++;
            return;
        }
        var text = new StringBuilder(_text, plain, _at - plain, 64);
        while (true)
        {
            if (_at >= _text.Length || _text[_at] is '\n' or '\r')
                throw Error("invalid-literal", $"The text is not closed; a {quote} was expected.", start);
            var c = _text[_at++];
            if (c == quote) break;
            if (c != '\\')
            {
                text.Append(c);
                continue;
            }
            token.Last |= char.IsAsciiDigit(Peek(0)) && !(Peek(0) == '0' && !char.IsAsciiDigit(Peek(1)));
            if (!ReadEscape(text, legacyOctal: true)) throw Error("invalid-literal", "The escape in the text is malformed.", _at - 1);
        }
        token.Text = text.ToString();
    }

    private void ReadTemplate(ref Token token)
    {
        token.Kind = TokenKind.Template;
        var start = _at++;
        var text = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length) throw Error("unexpected-end", "The template is not closed; a ` was expected.", start);
            var c = _text[_at++];
            if (c == '`')
            {
                token.Last = true;
                token.Raw = Raw(start + 1, _at - 1);
                break;
            }
            if (c == '$' && Peek(0) == '{')
            {
                token.Raw = Raw(start + 1, _at - 1);
                _at++;
                break;
            }
            if (c == '\\')
            {
                if (!ReadEscape(text, legacyOctal: false)) token.Malformed = true;
            }
            else if (c == '\r')
            {
                if (Peek(0) == '\n') _at++;
                text.Append('\n');
            }
            else
            {
                text.Append(c);
            }
        }
        token.Text = text.ToString();
    }

    private string Raw(int from, int to) => _text[from..to].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Reads behind the backslash. False when malformed.</summary>
    private bool ReadEscape(StringBuilder text, bool legacyOctal)
    {
        if (_at >= _text.Length) return false;
        var c = _text[_at++];
        switch (c)
        {
            case 'n': text.Append('\n'); return true;
            case 't': text.Append('\t'); return true;
            case 'r': text.Append('\r'); return true;
            case 'b': text.Append('\b'); return true;
            case 'f': text.Append('\f'); return true;
            case 'v': text.Append('\v'); return true;
            case '\r':
                if (Peek(0) == '\n') _at++;
                return true;
            case '\n' or '\u2028' or '\u2029': return true;
            case 'x': return Append(text, ReadHex(2));
            case 'u': return Append(text, ReadUnicodeEscape());
            case '0' when !char.IsAsciiDigit(Peek(0)): text.Append('\0'); return true;
            case >= '0' and <= '7' when legacyOctal: text.Append(ReadOctal(c)); return true;
            case >= '0' and <= '9' when !legacyOctal: return false;
            default: text.Append(c); return true;
        }
    }

    private char ReadOctal(char first)
    {
        var value = first - '0';
        for (var i = 0; i < (first <= '3' ? 2 : 1) && Peek(0) is >= '0' and <= '7'; i++) value = value * 8 + (_text[_at++] - '0');
        return (char)value;
    }

    private static bool Append(StringBuilder text, int code)
    {
        if (code < 0) return false;
        if (code > 0xFFFF) text.Append(char.ConvertFromUtf32(code));
        else text.Append((char)code);
        return true;
    }

    private int ReadHex(int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            var digit = NumberText.DigitOf(Peek(0));
            if (digit is < 0 or > 15) return -1;
            value = value * 16 + digit;
            _at++;
        }
        return value;
    }

    /// <summary>Behind <c>\u</c>: four digits or a braced code point; -1 when malformed.</summary>
    private int ReadUnicodeEscape()
    {
        if (Peek(0) != '{') return ReadHex(4);
        _at++;
        var value = 0;
        var count = 0;
        while (NumberText.DigitOf(Peek(0)) is >= 0 and <= 15 and var digit)
        {
            value = value * 16 + digit;
            if (value > 0x10FFFF) return -1;
            _at++;
            count++;
        }
        if (count == 0 || Peek(0) != '}') return -1;
        _at++;
        return value;
    }
}
