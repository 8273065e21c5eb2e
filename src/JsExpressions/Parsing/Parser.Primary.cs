using JsExpressions.Parsing.Tree;
using JsExpressions.Patterns;
using JsExpressions.Values;

namespace JsExpressions.Parsing;

internal sealed partial class Parser
{
    private static readonly HashSet<string> Reserved =
    [
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
        "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
        "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
    ];

    private static readonly HashSet<string> ReservedWhenStrict =
        ["implements", "interface", "let", "package", "private", "protected", "public", "static", "yield"];

    private bool IsIdentifier(in Token token) => token.Kind == TokenKind.Name && !Reserved.Contains(token.Text)
        && !(_scopes.Function.IsStrict && ReservedWhenStrict.Contains(token.Text))
        && !(token.Text == "yield" && _scopes.Function.IsGenerator) && !(token.Text == "await" && (_scopes.Function.IsAsync || _scopes.Method is { IsStaticBlock: true }));

    private Expression ParsePrimary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                if (token.Last && _scopes.Function.IsStrict) throw Error("invalid-literal", "Octal numbers need the prefix 0o in strict code.", token.Start);
                Advance();
                return new Literal(token.Start, token.Number);
            case TokenKind.Text:
                if (token.Last && _scopes.Function.IsStrict) throw Error("invalid-literal", "Octal escapes are refused in strict code.", token.Start);
                Advance();
                return new Literal(token.Start, token.Text);
            case TokenKind.Template:
                return ParseTemplate();
            case TokenKind.BigInt:
                Advance();
                return new Literal(token.Start, BigIntOf(token).Value);
            case TokenKind.PrivateName:
                Advance();
                if (!_token.IsKeyword("in") || _noIn) throw Unexpected("'in'");
                Advance();
                Nest();
                var search = new PrivateIn(token.Start, Used(token.Start, "#" + token.Text), ParseBinary(8));
                _nesting--;
                return search;
            case TokenKind.Name:
                return ParseNameOrWord(token);
            case TokenKind.Punctuator when token.Text is "(":
                return ParseParenthesised();
            case TokenKind.Punctuator when token.Text is "[":
                return ParseArray();
            case TokenKind.Punctuator when token.Text is "{":
                return ParseObject();
            case TokenKind.Punctuator when token.Text is "/" or "/=":
                return ParseRegex();
            default:
                throw Unexpected("an expression");
        }
    }

    private Expression ParseNameOrWord(Token token)
    {
        if (!token.Escaped)
        {
            switch (token.Text)
            {
                case "true": Advance(); return new Literal(token.Start, JsValue.True);
                case "false": Advance(); return new Literal(token.Start, JsValue.False);
                case "null": Advance(); return new Literal(token.Start, JsValue.Null);
                case "this": return ParseThis();
                case "function": return ParseFunctionExpression(isAsync: false);
                case "async" when StartsAsyncFunction(): return ParseFunctionExpression(isAsync: true);
                case "class": return ParseClass();
                case "super": return ParseSuper();
                case "import": throw NotSupported("'import' is", token.Start);
            }
        }
        if (!IsIdentifier(token)) throw Unexpected("an expression");
        if (token.Text == ImplicitName.Arguments && _scopes.Method is { IsField: true })
            throw Error("unexpected-token", "A field has no 'arguments'.", token.Start);
        Advance();
        var name = new Name(token.Start, token.Text);
        _scopes.Use(name);
        return name;
    }

    private RegexLiteral ParseRegex()
    {
        var token = _lexer.RescanRegex(_token);
        _token = token;
        Advance();
        var flags = token.Raw ?? "";
        if (RegexSyntax.Check(token.Text, flags) is { } problem) throw Error("invalid-regex", $"The regular expression is invalid: {problem}", token.Start);
        return new RegexLiteral(token.Start, token.Text, flags);
    }

    private Expression ParseTemplate()
    {
        var position = _token.Start;
        var (pieces, holes) = TemplateParts();
        foreach (var piece in pieces)
            if (piece.Malformed) throw Error("invalid-literal", "The escape in the template is malformed.", piece.Start);
        return new Template(position, pieces.Select(piece => piece.Text).ToArray(), [.. holes]);
    }

    private TaggedTemplate ParseTaggedTemplate(Expression tag)
    {
        var (pieces, holes) = TemplateParts();
        return new TaggedTemplate(tag.Position, tag, pieces.Select(piece => piece.Malformed ? null : piece.Text).ToArray(),
            pieces.Select(piece => piece.Raw ?? "").ToArray(), [.. holes]);
    }

    private (List<Token> Pieces, List<Expression> Holes) TemplateParts()
    {
        var pieces = new List<Token> { _token };
        var holes = new List<Expression>();
        while (!_token.Last)
        {
            Advance();
            holes.Add(WithIn(ParseExpression));
            if (!_token.Is("}")) throw Unexpected("'}'");
            _token = _lexer.ContinueTemplate(_token.Start);
            pieces.Add(_token);
        }
        Advance();
        return (pieces, holes);
    }

    private ArrayLiteral ParseArray()
    {
        var position = _token.Start;
        Advance();
        var items = new List<Expression?>();
        var trailing = false;
        while (!_token.Is("]"))
        {
            if (Eat(","))
            {
                items.Add(null);
                continue;
            }
            items.Add(ParseSpreadOrAssignment());
            trailing = !_token.Is("]");
            if (trailing) ExpectSeparator("]");
        }
        Advance();
        return new ArrayLiteral(position, [.. items]) { EndsWithComma = trailing };
    }

    private ObjectLiteral ParseObject()
    {
        var position = _token.Start;
        Advance();
        var members = new List<ObjectMember>();
        while (!_token.Is("}"))
        {
            members.Add(ParseMember());
            if (!_token.Is("}")) ExpectSeparator("}");
        }
        Advance();
        return new ObjectLiteral(position, [.. members]);
    }

    private ObjectMember ParseMember()
    {
        if (_token.Is("..."))
        {
            Advance();
            return new ObjectMember(MemberKind.Spread, null, WithIn(ParseAssignment), false);
        }
        var start = _token.Start;
        var (kind, isAsync, isGenerator) = ParsePrefix();
        var first = _token;
        var key = ParseKey(out var computed);
        if (_token.Is("(") || kind != ElementKind.Method || isAsync || isGenerator)
            return new ObjectMember(ToMember(kind), key, ParseMethod(key, kind, isAsync, isGenerator, start), false);
        if (Eat(":"))
        {
            var value = WithIn(ParseAssignment);
            if (!computed && KeyText(key) == "__proto__") return new ObjectMember(MemberKind.Prototype, key, value, false);
            NameFunction(value, KeyText(key));
            return new ObjectMember(MemberKind.Value, key, value, false);
        }
        if (computed || !IsIdentifier(first)) throw Unexpected("':'");
        var name = new Name(first.Start, first.Text);
        _scopes.Use(name);
        if (!_token.Is("=")) return new ObjectMember(MemberKind.Value, key, name, true);
        // {a = 1} is valid only as a pattern; the compiler refuses it where it stayed a literal.
        Advance();
        var initial = WithIn(ParseAssignment);
        NameFunction(initial, name.Text);
        return new ObjectMember(MemberKind.Value, key, new Assignment(first.Start, "=", name, initial), true);
    }

    private static MemberKind ToMember(ElementKind kind) => kind switch
    {
        ElementKind.Getter => MemberKind.Getter,
        ElementKind.Setter => MemberKind.Setter,
        _ => MemberKind.Method,
    };

    private JsBigInt BigIntOf(Token token)
    {
        var digits = _source.Text[token.Start..(token.End - 1)].Replace("_", "", StringComparison.Ordinal);
        var legacy = digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);
        if (legacy || BigIntMath.Parse(null, digits) is not { } value) throw Error("invalid-literal", "A BigInt is a whole number.", token.Start);
        return new JsBigInt(value);
    }

    private static string KeyText(Expression key) => key is Literal { Value: { IsString: true } text } ? text.AsString : "";

    private Expression ParseKey(out bool computed)
    {
        var token = _token;
        computed = false;
        switch (token.Kind)
        {
            case TokenKind.Name or TokenKind.Text:
                Advance();
                return new Literal(token.Start, token.Text);
            case TokenKind.Number:
                Advance();
                return new Literal(token.Start, NumberText.Format(token.Number));
            case TokenKind.BigInt:
                Advance();
                return new Literal(token.Start, BigIntOf(token).ToString());
        }
        if (!_token.Is("[")) throw Unexpected("a property name");
        Advance();
        var key = WithIn(ParseAssignment);
        Expect("]");
        computed = true;
        return key;
    }

    private Expression ParseParenthesised()
    {
        var open = _token;
        if (_arrows.Contains(open.Start)) return ParseArrow(open.Start, isAsync: false);
        var mark = _scopes.Mark;
        Advance();
        var items = new List<Expression>();
        var onlyArrow = _token.Is(")");
        while (!_token.Is(")"))
        {
            onlyArrow |= _token.Is("...");
            items.Add(ParseSpreadOrAssignment());
            if (_token.Is(")")) break;
            ExpectSeparator(")");
            onlyArrow |= _token.Is(")");
        }
        Advance();
        if (_token.Is("=>") && !_token.AfterNewline) return ParseAgainAsArrow(open, open.Start, mark, isAsync: false);
        if (onlyArrow) throw Unexpected("'=>'");
        var value = items.Count == 1 ? items[0] : new Sequence(items[0].Position, [.. items]);
        if (value is Spread) throw Unexpected("'=>'");
        value.Parenthesised = true;
        return value;
    }
}
