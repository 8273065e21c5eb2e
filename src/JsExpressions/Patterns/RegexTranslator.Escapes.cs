using System.Globalization;
using JsExpressions.Values;

namespace JsExpressions.Patterns;

internal sealed partial class RegexTranslator
{
    private bool Escape()
    {
        _at++;
        if (_at >= _pattern.Length) throw Error("a backslash stands at the end.");
        var c = _pattern[_at];
        switch (c)
        {
            case 'b':
                _at++;
                _result.Append($"(?:(?<={WordSet})(?!{WordSet})|(?<!{WordSet})(?={WordSet}))");
                return false;
            case 'B':
                _at++;
                _result.Append($"(?:(?<={WordSet})(?={WordSet})|(?<!{WordSet})(?!{WordSet}))");
                return false;
            case 'k' when _unicode || _names.Count > 0:
                _at++;
                NamedReference();
                return true;
            case >= '1' and <= '9' when TryReference():
                return true;
        }
        if (ClassEscape() is { } set) Write(set);
        else Literal(CharacterEscape());
        return true;
    }

    private void NamedReference()
    {
        var end = Eat('<') ? _pattern.IndexOf('>', _at) : -1;
        if (end < 0) throw Error("a named reference is malformed.");
        var name = _pattern[_at..end];
        var (_, number) = _names.Find(item => item.Name == name);
        if (number == 0) throw Error($"there is no group named '{name}'.");
        _at = end + 1;
        Reference(number);
    }

    private bool TryReference()
    {
        var start = _at;
        var number = Number() ?? int.MaxValue;
        if (number <= GroupCount)
        {
            Reference(number);
            return true;
        }
        if (_unicode) throw Error("a reference names no group.");
        _at = start;
        return false;
    }

    // A group that took no part matches the empty text, where .NET would fail.
    private void Reference(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        _result.Append("(?(").Append(text).Append(")\\").Append(text).Append(')');
    }

    /// <summary>Behind the backslash: \d, \p{…} and the like; null leaves the position.</summary>
    private CodePointSet? ClassEscape()
    {
        var c = Peek();
        CodePointSet? set = c switch
        {
            'd' => CodePointSet.Digits,
            'D' => CodePointSet.Digits.Complement(),
            'w' => CodePointSet.Word,
            'W' => CodePointSet.Word.Complement(),
            's' => CodePointSet.White,
            'S' => CodePointSet.White.Complement(),
            _ => null,
        };
        if (set is not null)
        {
            _at++;
            return set;
        }
        if (!_unicode || c is not ('p' or 'P')) return null;
        _at++;
        var end = Eat('{') ? _pattern.IndexOf('}', _at) : -1;
        if (end < 0) throw Error("a property name is malformed.");
        var name = _pattern[_at..end];
        _at = end + 1;
        var known = UnicodeProperties.Find(name) ?? throw Error($"the property '{name}' is not supported.");
        return c == 'p' ? known : known.Complement();
    }

    /// <summary>Behind the backslash: the code point an escape stands for.</summary>
    private int CharacterEscape()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case 'c' when char.IsAsciiLetter(Peek()): return _pattern[_at++] % 32;
            case 'c' when !_unicode:
                _at--;
                return '\\';
            case '0' when !char.IsAsciiDigit(Peek()): return 0;
            case 'x' when Hex(2) is { } value: return value;
            case 'u' when UnicodeEscape() is { } value: return value;
            case >= '0' and <= '7' when !_unicode: return Octal(c - '0');
        }
        if (_unicode && (c < 128 ? !"^$\\.*+?()[]{}|/-".Contains(c) : true)) throw Error($"the escape '\\{c}' is not valid.");
        if (c == 'k' && _names.Count > 0) throw Error("a named reference is malformed.");
        return c;
    }

    private int Octal(int value)
    {
        while (Peek() is >= '0' and <= '7' && value * 8 + (Peek() - '0') <= 255) value = value * 8 + (_pattern[_at++] - '0');
        return value;
    }

    private int? Hex(int count)
    {
        if (_at + count > _pattern.Length) return null;
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            var digit = NumberText.DigitOf(_pattern[_at + i]);
            if (digit is < 0 or > 15) return null;
            value = value * 16 + digit;
        }
        _at += count;
        return value;
    }

    private int? UnicodeEscape()
    {
        var start = _at;
        if (_unicode && Eat('{'))
        {
            var end = _pattern.IndexOf('}', _at);
            if (end > _at && int.TryParse(_pattern.AsSpan(_at, end - _at), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is >= 0 and <= CodePointSet.Max)
            {
                _at = end + 1;
                return code;
            }
            throw Error("a unicode escape is malformed.");
        }
        if (Hex(4) is not { } first)
        {
            _at = start;
            return null;
        }
        if (!_unicode || !char.IsHighSurrogate((char)first) || Peek() != '\\' || _at + 1 >= _pattern.Length || _pattern[_at + 1] != 'u') return first;
        var behind = _at;
        _at += 2;
        if (Hex(4) is { } second && char.IsLowSurrogate((char)second)) return char.ConvertToUtf32((char)first, (char)second);
        _at = behind;
        return first;
    }

    private void Class()
    {
        _at++;
        var negated = Eat('^');
        var set = new CodePointSet();
        while (!Eat(']'))
        {
            if (_at >= _pattern.Length) throw Error("a character class is not closed.");
            var (from, fromSet) = ClassAtom();
            if (Peek() != '-' || _at + 1 >= _pattern.Length || _pattern[_at + 1] == ']')
            {
                Add(set, from, fromSet);
                continue;
            }
            _at++;
            var (to, toSet) = ClassAtom();
            if (fromSet is not null || toSet is not null)
            {
                if (_unicode) throw Error("a range needs two characters.");
                Add(set, from, fromSet);
                set.Add('-', '-');
                Add(set, to, toSet);
                continue;
            }
            if (from > to) throw Error("a range is out of order.");
            set.Add(from, to);
        }
        if (negated && _ignoreCase) set = set.WithBothCases();
        Write(negated ? set.Complement() : set);
    }

    private static void Add(CodePointSet set, int codePoint, CodePointSet? other)
    {
        if (other is null) set.Add(codePoint, codePoint);
        else set.Add(other);
    }

    private (int CodePoint, CodePointSet? Set) ClassAtom()
    {
        if (_at >= _pattern.Length) throw Error("a character class is not closed.");
        if (Peek() != '\\') return (NextCodePoint(), null);
        _at++;
        if (_at >= _pattern.Length) throw Error("a backslash stands at the end.");
        if (ClassEscape() is { } set) return (0, set);
        if (Eat('b')) return (8, null);
        if (_unicode && Eat('-')) return ('-', null);
        if (Peek() == 'B' && _unicode) throw Error("the escape '\\B' is not valid in a class.");
        if (!_unicode && Peek() == 'c' && _at + 1 < _pattern.Length && (char.IsAsciiDigit(_pattern[_at + 1]) || _pattern[_at + 1] == '_'))
        {
            _at += 2;
            return (_pattern[_at - 1] % 32, null);
        }
        return (CharacterEscape(), null);
    }
}
