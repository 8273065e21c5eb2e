using System.Text;

namespace Formio.Answers;

/// <summary>
/// Text that a regular expression matches, for the patterns forms use: literals, classes, groups, alternatives and
/// repetitions. Looking around and back references are beyond it.
/// </summary>
internal sealed class PatternText
{
    private const int MostRepeats = 4;
    private const string Printable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -.,";
    private readonly string _pattern;
    private readonly AnswerDice _dice;
    private int _at;

    private PatternText(string pattern, AnswerDice dice)
    {
        _pattern = pattern;
        _dice = dice;
    }

    /// <summary>Null when the pattern uses what is not understood.</summary>
    public static string? Make(string pattern, AnswerDice dice)
    {
        try
        {
            var made = new PatternText(pattern, dice);
            var text = made.Alternatives();
            return made._at == pattern.Length ? text : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private string Alternatives()
    {
        var options = new List<string> { Sequence() };
        while (Peek == '|')
        {
            _at++;
            options.Add(Sequence());
        }

        return _dice.Pick(options);
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && Peek is not ('|' or ')'))
        {
            var start = _at;
            var piece = Piece();
            var end = _at;
            var count = Repeats();
            var after = _at;
            for (var i = 0; i < count; i++)
            {
                // Each repetition is drawn anew.
                text.Append(piece);
                if (i + 1 == count)
                    break;
                _at = start;
                piece = Piece();
            }

            _at = Math.Max(end, after);
        }

        return text.ToString();
    }

    private string Piece()
    {
        var letter = _pattern[_at++];
        switch (letter)
        {
            case '^' or '$':
                return "";
            case '.':
                return Draw(Printable);
            case '[':
                return Draw(Class());
            case '\\':
                return Escaped(Take()) is { } set ? Draw(set) : throw new FormatException();
            case '(':
                if (Peek == '?')
                {
                    _at++;
                    if (Take() != ':')
                        throw new FormatException();
                }

                var inner = Alternatives();
                return Take() == ')' ? inner : throw new FormatException();
            case '*' or '+' or '?' or '{':
                throw new FormatException();
            default:
                return letter.ToString();
        }
    }

    private int Repeats()
    {
        var (least, most) = (1, 1);
        switch (Peek)
        {
            case '?':
                (least, most) = (0, 1);
                break;
            case '*':
                (least, most) = (0, MostRepeats);
                break;
            case '+':
                (least, most) = (1, MostRepeats);
                break;
            case '{':
                var end = _pattern.IndexOf('}', _at);
                var parts = end < 0 ? [] : _pattern[(_at + 1)..end].Split(',');
                if (parts.Length is 0 or > 2 || !int.TryParse(parts[0], out least))
                    throw new FormatException();
                most = parts.Length == 1 ? least : int.TryParse(parts[1], out var upper) ? upper : least + MostRepeats;
                _at = end;
                break;
            default:
                return 1;
        }

        _at++;
        // A lazy repetition matches the same texts.
        if (Peek == '?')
            _at++;
        return (int)_dice.Between(least, most);
    }

    private string Class()
    {
        var negated = Peek == '^';
        if (negated)
            _at++;
        var set = new StringBuilder();
        while (Peek != ']')
        {
            var letter = Take();
            if (letter == '\\')
            {
                set.Append(Escaped(Take()) ?? throw new FormatException());
                continue;
            }

            if (Peek == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']')
            {
                _at++;
                for (var last = Take(); letter <= last; letter++)
                    set.Append(letter);
                continue;
            }

            set.Append(letter);
        }

        _at++;
        var chosen = set.ToString();
        return negated ? string.Concat(Printable.Where(letter => !chosen.Contains(letter, StringComparison.Ordinal))) : chosen;
    }

    // Null: a boundary, a back reference or another thing that is no letter.
    private static string? Escaped(char letter) => letter switch
    {
        'd' => "0123456789",
        'w' => "abcdefghijklmnopqrstuvwxyz0123456789",
        's' => " ",
        'D' or 'S' or 'W' => letter == 'W' ? " " : "abcdef",
        't' => "\t",
        'n' => "\n",
        _ when char.IsLetterOrDigit(letter) => null,
        _ => letter.ToString(),
    };

    private string Draw(string set) => set.Length == 0 ? throw new FormatException() : _dice.Pick(set.ToCharArray()).ToString();

    private char Peek => _at < _pattern.Length ? _pattern[_at] : '\0';

    private char Take() => _at < _pattern.Length ? _pattern[_at++] : throw new FormatException();
}
