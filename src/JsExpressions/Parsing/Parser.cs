using System.Runtime.CompilerServices;
using JsExpressions.Parsing.Tree;

namespace JsExpressions.Parsing;

/// <summary>Recursive descent over the supported grammar (ECMAScript 2023 without modules, asynchronous generators and with).</summary>
internal sealed partial class Parser
{
    private const int MaxNesting = 400;
    private const int MaxLength = 65_536;

    private readonly SourceText _source;
    private readonly Lexer _lexer;
    private readonly ScopeTracker _scopes;
    private Token _token;
    private int _lastEnd;
    private int _nesting;

    private Parser(SourceText source)
    {
        _source = source;
        _lexer = new Lexer(source);
        _scopes = new ScopeTracker(source);
    }

    public static (FunctionShape Root, IReadOnlySet<string> FreeNames) Parse(SourceText source, JsGoal goal)
    {
        if (source.Text.Length > MaxLength) throw source.Error("too-long", $"The text is longer than {MaxLength} characters.", MaxLength);
        var parser = new Parser(source);
        var root = new FunctionShape(0);
        parser._scopes.OpenFunction(root);
        parser.Advance();
        if (goal == JsGoal.Expression) root.Value = parser.ParseWholeExpression();
        else root.Body = parser.ParseDirectivesAndStatements(root, untilBrace: false);
        root.End = source.Text.Length;
        parser._scopes.Close();
        return (root, parser._scopes.FreeNames);
    }

    private Expression ParseWholeExpression()
    {
        if (_token.Kind == TokenKind.End) throw Error("unexpected-end", "An expression was expected, but the text is empty.", 0);
        var value = ParseExpression();
        if (_token.Is(";")) Advance();
        if (_token.Kind != TokenKind.End) throw Unexpected("the end of the expression");
        return value;
    }

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
    }

    private Token Peek()
    {
        var next = _lexer.Next();
        _lexer.Position = _token.End;
        return next;
    }

    private bool Eat(string punctuator)
    {
        if (!_token.Is(punctuator)) return false;
        Advance();
        return true;
    }

    private bool EatKeyword(string word)
    {
        if (!_token.IsKeyword(word)) return false;
        Advance();
        return true;
    }

    private void Expect(string punctuator)
    {
        if (!Eat(punctuator)) throw Unexpected($"'{punctuator}'");
    }

    private void ExpectKeyword(string word)
    {
        if (!EatKeyword(word)) throw Unexpected($"'{word}'");
    }

    private void EndStatement()
    {
        if (Eat(";") || _token.AfterNewline || _token.Is("}") || _token.Kind == TokenKind.End) return;
        throw Unexpected("';' or a new line");
    }

    private JsSyntaxException Unexpected(string expected) => _token.Kind == TokenKind.End
        ? Error("unexpected-end", $"{Capital(expected)} was expected, but the text ends here.", _token.Start)
        : Error("unexpected-token", $"{Capital(expected)} was expected, but {Found()} was found.", _token.Start);

    private string Found() => _token.Kind switch
    {
        TokenKind.Text => "a text",
        TokenKind.Template => "a template",
        TokenKind.Number or TokenKind.BigInt => "a number",
        TokenKind.PrivateName => $"'#{_token.Text}'",
        _ => $"'{_token.Text}'",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private JsSyntaxException Error(string code, string message, int position) => _source.Error(code, message, position);

    private JsSyntaxException NotSupported(string what, int position) => Error("not-supported", $"{what} not supported.", position);

    private void Nest()
    {
        if (++_nesting > MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Error("too-deep", "The text nests too deeply.", _token.Start);
    }
}
