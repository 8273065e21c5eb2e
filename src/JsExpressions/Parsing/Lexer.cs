using System.Globalization;
using System.Text;
using JsExpressions.Values;

namespace JsExpressions.Parsing;

/// <summary>
/// Splits source text into tokens, one at a time: whether a slash begins a regular expression and a brace ends a
/// template hole is known only to the parser, which asks for those itself.
/// </summary>
internal sealed partial class Lexer(SourceText source)
{
    // Longest first within each first character.
    private static readonly string[] Punctuators =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=",
        "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
        "<<", ">>", "**", "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!",
        "~", "?", ":", "=", ".", "@",
    ];

    private static readonly string[][] ByFirst = Index();

    private readonly string _text = source.Text;
    private int _at;

    public int Position
    {
        get => _at;
        set => _at = value;
    }

    public Token Next()
    {
        var newline = SkipBlank();
        var token = new Token { Start = _at, Text = "", AfterNewline = newline };
        if (_at >= _text.Length)
        {
            token.Kind = TokenKind.End;
        }
        else
        {
            var c = _text[_at];
            if (NameChars.IsStart(CodeHere(0)) || c == '\\') ReadName(ref token);
            else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1)))) ReadNumber(ref token);
            else if (c is '"' or '\'') ReadText(ref token, c);
            else if (c == '`') ReadTemplate(ref token);
            else if (c == '#' && (NameChars.IsStart(CodeHere(1)) || Peek(1) == '\\'))
            {
                _at++;
                ReadName(ref token);
                token.Kind = TokenKind.PrivateName;
            }
            else ReadPunctuator(ref token);
        }
        token.End = _at;
        return token;
    }

    /// <summary>Continues a template literal behind the brace that closed a hole.</summary>
    public Token ContinueTemplate(int closingBrace)
    {
        var token = new Token { Start = closingBrace, Text = "" };
        _at = closingBrace;
        ReadTemplate(ref token);
        token.End = _at;
        return token;
    }

    /// <summary>Reads again as a regular expression what was read as a division.</summary>
    public Token RescanRegex(Token slash)
    {
        _at = slash.Start + 1;
        var inClass = false;
        for (; ; _at++)
        {
            if (_at >= _text.Length || IsNewline(_text[_at]))
                throw Error("invalid-literal", "The regular expression is not closed; a '/' was expected.", slash.Start);
            var c = _text[_at];
            if (c == '\\' && _at + 1 < _text.Length && !IsNewline(_text[_at + 1])) _at++;
            else if (c == '[') inClass = true;
            else if (c == ']') inClass = false;
            else if (c == '/' && !inClass) break;
        }
        var pattern = _text[(slash.Start + 1).._at];
        var flags = ++_at;
        while (NameChars.IsPart(CodeHere(0))) _at++;
        return slash with { Kind = TokenKind.Regex, Text = pattern, Raw = _text[flags.._at], End = _at };
    }

    public static bool IsNewline(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private char Peek(int offset) => _at + offset < _text.Length ? _text[_at + offset] : '\0';

    private JsSyntaxException Error(string code, string message, int position) => source.Error(code, message, position);

    private bool SkipBlank()
    {
        var newline = false;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (IsNewline(c)) newline = true;
            else if (_at == 0 && c == '#' && Peek(1) == '!') SkipLine();
            else if (c == '/' && Peek(1) == '/') SkipLine();
            else if (c == '/' && Peek(1) == '*') newline |= SkipComment();
            else if (c == '<' && string.CompareOrdinal(_text, _at, "<!--", 0, 4) == 0) SkipLine();
            else if (c == '-' && (newline || _at == 0) && string.CompareOrdinal(_text, _at, "-->", 0, 3) == 0) SkipLine();
            else if (!NumberText.IsWhite(c)) break;
            _at++;
        }
        return newline;
    }

    // Stops on the last character, which the caller steps over.
    private void SkipLine()
    {
        while (_at + 1 < _text.Length && !IsNewline(_text[_at + 1])) _at++;
    }

    private bool SkipComment()
    {
        var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0) throw Error("unexpected-end", "The comment is not closed; '*/' was expected.", _at);
        var newline = _text.AsSpan(_at, end - _at).IndexOfAny("\n\r\u2028\u2029") >= 0;
        _at = end + 1;
        return newline;
    }

    private void ReadPunctuator(ref Token token)
    {
        var c = _text[_at];
        if (c < 128)
        {
            foreach (var candidate in ByFirst[c])
            {
                if (string.CompareOrdinal(_text, _at, candidate, 0, candidate.Length) != 0) continue;
                if (candidate == "?." && char.IsAsciiDigit(Peek(2))) continue;
                token.Kind = TokenKind.Punctuator;
                token.Text = candidate;
                _at += candidate.Length;
                return;
            }
        }
        throw Error("unexpected-token", $"The character '{c}' cannot stand here.", _at);
    }

    private void ReadName(ref Token token)
    {
        token.Kind = TokenKind.Name;
        var start = _at;
        SkipNameParts();
        if (Peek(0) != '\\')
        {
            token.Text = Interned(_text.AsSpan(start, _at - start));
            return;
        }
        token.Escaped = true;
        var name = new StringBuilder(_text, start, _at - start, 32);
        while (Peek(0) == '\\')
        {
            var escape = _at;
            _at++;
            if (Peek(0) != 'u') throw Error("invalid-literal", "A name may hold only \\u escapes.", escape);
            _at++;
            var code = ReadUnicodeEscape();
            if (code < 0 || !(name.Length == 0 ? NameChars.IsStart(code) : NameChars.IsPart(code)))
                throw Error("invalid-literal", "The escape does not stand for a letter.", escape);
            if (code > 0xFFFF) name.Append(char.ConvertFromUtf32(code));
            else name.Append((char)code);
            var from = _at;
            SkipNameParts();
            name.Append(_text, from, _at - from);
        }
        token.Text = name.ToString();
    }

    private void SkipNameParts()
    {
        while (CodeHere(0) is var code && NameChars.IsPart(code)) _at += code > 0xFFFF ? 2 : 1;
    }

    private int CodeHere(int offset) => NameChars.CodeAt(_text, _at + offset);

    // Keywords and short names recur; equal references make later comparisons quick.
    private static string Interned(ReadOnlySpan<char> name)
    {
        var text = name.ToString();
        return string.IsInterned(text) ?? text;
    }

    private static string[][] Index()
    {
        var table = new string[128][];
        for (var c = 0; c < table.Length; c++)
            table[c] = Punctuators.Where(p => p[0] == c).OrderByDescending(p => p.Length).ToArray();
        return table;
    }
}
