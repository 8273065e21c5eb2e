using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace JsExpressions.Patterns;

/// <summary>
/// Parses an ECMAScript pattern (with the web's Annex B leniency when it has no u flag) and writes it in .NET's
/// dialect. Nothing is passed through unread: what .NET would understand differently is spelled out.
/// </summary>
internal sealed partial class RegexTranslator
{
    private const int MaxNesting = 200;
    private const string WordSet = "[0-9A-Z_a-z]";

    private readonly string _pattern;
    private readonly bool _unicode;
    private readonly bool _multiline;
    private readonly bool _dotAll;
    private readonly bool _ignoreCase;
    private readonly StringBuilder _result = new();
    private readonly List<(string Name, int Number)> _names = [];
    private int _at;
    private int _groups;
    private int _nesting;

    public RegexTranslator(string pattern, string flags)
    {
        _pattern = pattern;
        _unicode = flags.Contains('u') || flags.Contains('v');
        _multiline = flags.Contains('m');
        _dotAll = flags.Contains('s');
        _ignoreCase = flags.Contains('i');
        CountGroups();
    }

    public IReadOnlyList<(string Name, int Number)> GroupNames => _names;

    public int GroupCount { get; private set; }

    public string Translate()
    {
        Disjunction();
        if (_at < _pattern.Length) throw Error(_pattern[_at] == ')' ? "unmatched ')'." : "unexpected character.");
        return _result.ToString();
    }

    // References may stand before their group, and names decide what \k means.
    private void CountGroups()
    {
        var inClass = false;
        for (var i = 0; i < _pattern.Length; i++)
        {
            var c = _pattern[i];
            if (c == '\\') i++;
            else if (c == '[') inClass = true;
            else if (c == ']') inClass = false;
            if (c != '(' || inClass) continue;
            if (i + 1 < _pattern.Length && _pattern[i + 1] == '?')
            {
                if (i + 3 >= _pattern.Length || _pattern[i + 2] != '<' || _pattern[i + 3] is '=' or '!') continue;
                var end = _pattern.IndexOf('>', i);
                if (end < 0) throw Error("a group name is not closed.");
                var name = _pattern[(i + 3)..end];
                if (!Parsing.NameChars.IsName(name)) throw Error("a group name is not valid.");
                if (_names.Exists(item => item.Name == name)) throw Error($"two groups are named '{name}'.");
                _names.Add((name, GroupCount + 1));
            }
            GroupCount++;
        }
    }

    private void Disjunction()
    {
        if (++_nesting > MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Error("it nests too deeply.");
        while (true)
        {
            while (_at < _pattern.Length && Peek() is not ('|' or ')')) Term();
            if (!Eat('|')) break;
            _result.Append('|');
        }
        _nesting--;
    }

    private void Term()
    {
        var start = _result.Length;
        var quantifiable = Atom();
        if (_at >= _pattern.Length) return;
        var quantifier = Quantifier();
        if (quantifier is null) return;
        if (!quantifiable) throw Error("nothing to repeat.");
        // One unit or one bracket stays as it is, the rest is grouped.
        _result.Insert(start, "(?:").Append(')').Append(quantifier);
    }

    private string? Quantifier()
    {
        var start = _at;
        string quantifier;
        switch (Peek())
        {
            case '*' or '+' or '?':
                quantifier = _pattern[_at++].ToString();
                break;
            case '{':
                if (Braces() is not { } braces)
                {
                    if (_unicode) throw Error("a repetition is incomplete.");
                    _at = start;
                    return null;
                }
                quantifier = braces;
                break;
            default:
                return null;
        }
        return Eat('?') ? quantifier + "?" : quantifier;
    }

    private string? Braces()
    {
        _at++;
        var least = Number();
        if (least is null) return null;
        var most = least;
        if (Eat(',')) most = Peek() == '}' ? int.MaxValue : Number();
        if (most is null || !Eat('}')) return null;
        if (most < least) throw Error("numbers are out of order in a repetition.");
        return most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"{{{least},}}") : string.Create(CultureInfo.InvariantCulture, $"{{{least},{most}}}");
    }

    private int? Number()
    {
        var start = _at;
        while (char.IsAsciiDigit(Peek())) _at++;
        if (_at == start) return null;
        return int.TryParse(_pattern.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue - 1;
    }

    /// <summary>False when the atom may not be repeated.</summary>
    private bool Atom()
    {
        var c = _pattern[_at];
        switch (c)
        {
            case '^':
                _at++;
                _result.Append(_multiline ? "(?<=\\A|[\\n\\r\\u2028\\u2029])" : "\\A");
                return false;
            case '$':
                _at++;
                _result.Append(_multiline ? "(?=[\\n\\r\\u2028\\u2029]|\\z)" : "\\z");
                return false;
            case '.':
                _at++;
                Write(_dotAll ? new CodePointSet([(0, CodePointSet.Max)]) : CodePointSet.Newlines.Complement());
                return true;
            case '(': return Group();
            case '[':
                Class();
                return true;
            case '\\': return Escape();
            case '*' or '+' or '?': throw Error("nothing to repeat.");
            case '{' when _unicode || IsBraces(): throw Error("nothing to repeat.");
            case ']' or '}' when _unicode: throw Error($"lone '{c}'.");
            default:
                Literal(NextCodePoint());
                return true;
        }
    }

    private bool IsBraces()
    {
        var start = _at;
        var found = Braces() is not null;
        _at = start;
        return found;
    }

    private bool Group()
    {
        _at++;
        var quantifiable = true;
        if (!Eat('?'))
        {
            _groups++;
            _result.Append('(');
        }
        else if (Eat(':')) _result.Append("(?:");
        else if (Eat('=')) (_, quantifiable) = (_result.Append("(?="), !_unicode);
        else if (Eat('!')) (_, quantifiable) = (_result.Append("(?!"), !_unicode);
        else if (_at + 1 < _pattern.Length && Peek() == '<' && _pattern[_at + 1] is '=' or '!')
        {
            _result.Append("(?<").Append(_pattern[_at + 1]);
            _at += 2;
            quantifiable = false;
        }
        else if (Eat('<'))
        {
            // .NET numbers named groups last; here names are kept beside.
            _at = _pattern.IndexOf('>', _at) + 1;
            _groups++;
            _result.Append('(');
        }
        else throw Error("invalid group.");
        Disjunction();
        if (!Eat(')')) throw Error("a group is not closed.");
        _result.Append(')');
        return quantifiable;
    }

    private void Literal(int codePoint)
    {
        if (codePoint > 0xFFFF)
        {
            var pair = char.ConvertFromUtf32(codePoint);
            _result.Append("(?:").Append(CodePointSet.Unit(pair[0])).Append(CodePointSet.Unit(pair[1])).Append(')');
        }
        else if (codePoint < 128 && char.IsAsciiLetterOrDigit((char)codePoint))
        {
            _result.Append((char)codePoint);
        }
        else if (_unicode && char.IsSurrogate((char)codePoint))
        {
            Write(new CodePointSet([(codePoint, codePoint)]));
        }
        else
        {
            _result.Append(CodePointSet.Unit(codePoint));
        }
    }

    private void Write(CodePointSet set) => _result.Append(_unicode ? set.ToCodePoints() : set.ToUnits());

    private int NextCodePoint()
    {
        var c = _pattern[_at++];
        if (!_unicode || !char.IsHighSurrogate(c) || _at >= _pattern.Length || !char.IsLowSurrogate(_pattern[_at])) return c;
        return char.ConvertToUtf32(c, _pattern[_at++]);
    }

    private char Peek() => _at < _pattern.Length ? _pattern[_at] : '\0';

    private bool Eat(char c)
    {
        if (_at >= _pattern.Length || _pattern[_at] != c) return false;
        _at++;
        return true;
    }

    private static RegexSyntaxException Error(string message) => new(message);
}
