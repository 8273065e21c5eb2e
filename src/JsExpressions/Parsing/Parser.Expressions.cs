using JsExpressions.Parsing.Tree;

namespace JsExpressions.Parsing;

internal sealed partial class Parser
{
    private bool _noIn;

    private Expression ParseExpression()
    {
        var first = ParseAssignment();
        if (!_token.Is(",")) return first;
        var items = new List<Expression> { first };
        while (Eat(",")) items.Add(ParseAssignment());
        return new Sequence(first.Position, [.. items]);
    }

    /// <summary>Inside brackets of any kind <c>in</c> is an operator again.</summary>
    private T WithIn<T>(Func<T> parse)
    {
        var before = _noIn;
        _noIn = false;
        var result = parse();
        _noIn = before;
        return result;
    }

    private Expression ParseAssignment()
    {
        Nest();
        if (_token.Kind == TokenKind.Name && !_token.Escaped)
        {
            if (_token.Text == "yield" && _scopes.Function.IsGenerator)
            {
                var pause = ParseYield();
                _nesting--;
                return pause;
            }
            if (StartsNameArrow(out var isAsync))
            {
                var arrow = ParseNameArrow(isAsync);
                _nesting--;
                return arrow;
            }
        }
        var start = _token.Start;
        var left = ParseConditional();
        if (IsArrow(left) || _token.Kind != TokenKind.Punctuator || !IsAssignmentOperator(_token.Text))
        {
            _nesting--;
            return left;
        }
        var sign = _token.Text;
        if (sign == "=" && !left.Parenthesised && left is ArrayLiteral or ObjectLiteral) left = ToPattern(left);
        else RequireTarget(left, start);
        Advance();
        var value = ParseAssignment();
        if (left is Name { Parenthesised: false } name && sign is "=" or "&&=" or "||=" or "??=") NameFunction(value, ((Name)left).Text);
        _nesting--;
        return new Assignment(left.Position, sign, left, value);
    }

    private static bool IsAssignmentOperator(string sign) => sign is "=" or "+=" or "-=" or "*=" or "/=" or "%=" or "**="
        or "<<=" or ">>=" or ">>>=" or "&=" or "|=" or "^=" or "&&=" or "||=" or "??=";

    /// <summary><c>x =&gt;</c> or <c>async x =&gt;</c></summary>
    private bool StartsNameArrow(out bool isAsync)
    {
        isAsync = false;
        if (!IsIdentifier(_token)) return false;
        var next = Peek();
        if (next.AfterNewline) return false;
        isAsync = _token.Text == "async" && next.Kind == TokenKind.Name && IsIdentifier(next);
        return isAsync || next.Is("=>");
    }

    private Yield ParseYield()
    {
        var position = _token.Start;
        Advance();
        var isDelegate = !_token.AfterNewline && Eat("*");
        var ends = _token.AfterNewline || _token.Kind == TokenKind.End || _token.IsKeyword("in") || _token.IsKeyword("of")
            || (_token.Kind == TokenKind.Punctuator && _token.Text is ")" or "]" or "}" or "," or ";" or ":");
        return new Yield(position, ends && !isDelegate ? null : ParseAssignment(), isDelegate);
    }

    private static bool IsArrow(Expression value) => value is FunctionLiteral { Function.IsArrow: true, Parenthesised: false };

    private void RequireTarget(Expression target, int position)
    {
        if (target is Name { Text: "eval" or "arguments" } && _scopes.Function.IsStrict)
            throw Error("invalid-assignment", "'eval' and 'arguments' cannot be assigned in strict code.", position);
        if (target is not (Name { Text: not (ImplicitName.This or ImplicitName.NewTarget) } or Member or Indexed or PrivateMember or SuperMember)) throw Error("invalid-assignment", "Only a name or a property can be assigned.", position);
    }

    private Expression ParseConditional()
    {
        var test = ParseBinary(0);
        if (IsArrow(test) || !_token.Is("?")) return test;
        Advance();
        var yes = WithIn(ParseAssignment);
        Expect(":");
        return new Conditional(test.Position, test, yes, ParseAssignment());
    }

    private int Precedence(in Token token)
    {
        if (token.Kind == TokenKind.Name)
            return token.Escaped ? 0 : token.Text switch { "instanceof" => 8, "in" when !_noIn => 8, _ => 0 };
        if (token.Kind != TokenKind.Punctuator) return 0;
        return token.Text switch
        {
            "??" => 1,
            "||" => 2,
            "&&" => 3,
            "|" => 4,
            "^" => 5,
            "&" => 6,
            "==" or "!=" or "===" or "!==" => 7,
            "<" or ">" or "<=" or ">=" => 8,
            "<<" or ">>" or ">>>" => 9,
            "+" or "-" => 10,
            "*" or "/" or "%" => 11,
            "**" => 12,
            _ => 0,
        };
    }

    private Expression ParseBinary(int least)
    {
        var position = _token.Start;
        var left = ParseUnary();
        var chain = 0;
        while (!IsArrow(left) && Precedence(_token) is var precedence && precedence > least)
        {
            var sign = _token.Text;
            if (sign == "**" && left is Unary { Parenthesised: false })
                throw Error("unexpected-token", "The left side of '**' needs parentheses.", position);
            Advance();
            // Each link makes the tree one level deeper.
            if (++chain + _nesting > MaxNesting * 4) throw Error("too-deep", "The text nests too deeply.", _token.Start);
            Nest();
            var right = ParseBinary(sign == "**" ? precedence - 1 : precedence);
            _nesting--;
            if (sign is "??" or "||" or "&&") left = MakeLogical(left, sign, right);
            else left = new Binary(left.Position, sign, left, right);
        }
        return left;
    }

    private Logical MakeLogical(Expression left, string sign, Expression right)
    {
        foreach (var side in (Expression[])[left, right])
            if (side is Logical { Parenthesised: false } inner && (inner.Operator == "??") != (sign == "??"))
                throw Error("unexpected-token", "'??' cannot be mixed with '&&' or '||' without parentheses.", right.Position);
        return new Logical(left.Position, sign, left, right);
    }

    private Expression ParseUnary()
    {
        var position = _token.Start;
        if (_token.Kind == TokenKind.Punctuator)
        {
            switch (_token.Text)
            {
                case "!" or "-" or "+" or "~": return ParsePrefix(_token.Text, position);
                case "++" or "--":
                    var increment = _token.Text == "++";
                    Advance();
                    Nest();
                    var operand = ParseUnary();
                    _nesting--;
                    RequireTarget(operand, operand.Position);
                    return new Update(position, increment, true, operand);
            }
        }
        else if (_token.Kind == TokenKind.Name && !_token.Escaped && _token.Text is "typeof" or "void" or "delete")
        {
            return ParsePrefix(_token.Text, position);
        }
        else if (_token.IsKeyword("await") && _scopes.Function.IsAsync)
        {
            Advance();
            Nest();
            var awaited = new Await(position, ParseUnary());
            _nesting--;
            return awaited;
        }
        var value = ParseLeftHandSide();
        if (IsArrow(value) || _token.AfterNewline || !(_token.Is("++") || _token.Is("--"))) return value;
        RequireTarget(value, position);
        var up = _token.Text == "++";
        Advance();
        return new Update(position, up, false, value);
    }

    private Unary ParsePrefix(string sign, int position)
    {
        Advance();
        Nest();
        var operand = ParseUnary();
        _nesting--;
        if (IsArrow(operand)) throw Error("unexpected-token", "An arrow function needs parentheses here.", operand.Position);
        if (sign == "delete" && operand is Name && _scopes.Function.IsStrict)
            throw Error("invalid-assignment", "A name cannot be deleted in strict code.", position);
        return new Unary(position, sign, operand);
    }

    private Expression ParseLeftHandSide()
    {
        var optional = false;
        var (mark, first) = (_scopes.Mark, _token);
        var value = _token.IsKeyword("new") ? ParseNew() : ParsePrimary();
        var chain = 0;
        while (!IsArrow(value))
        {
            var open = _token;
            if (++chain + _nesting > MaxNesting * 4) throw Error("too-deep", "The text nests too deeply.", _token.Start);
            var next = ParseSuffix(value, calls: true, ref optional);
            if (next is null) break;
            value = next;
            if (chain == 1 && _token.Is("=>") && !_token.AfterNewline && value is Call { Callee: Name { Text: "async", Parenthesised: false } } && !first.Escaped)
                return ParseAgainAsArrow(open, first.Start, mark, isAsync: true);
        }
        return optional ? new OptionalChain(value.Position, value) : value;
    }

    private Expression? ParseSuffix(Expression target, bool calls, ref bool optional)
    {
        if (_token.Kind == TokenKind.Template)
        {
            if (optional) throw Error("unexpected-token", "A template cannot follow an optional chain.", _token.Start);
            return ParseTaggedTemplate(target);
        }
        if (_token.Kind != TokenKind.Punctuator) return null;
        var position = _token.Start;
        switch (_token.Text)
        {
            case ".":
                Advance();
                return ParseMember(target, false);
            case "[":
                Advance();
                var key = WithIn(ParseExpression);
                Expect("]");
                return new Indexed(position, target, key, false);
            case "(" when calls:
                return new Call(target.Position, MakingNoCode(target), ParseArguments(), false);
            case "?." when calls:
                optional = true;
                Advance();
                if (_token.Is("(")) return new Call(target.Position, target, ParseArguments(), true);
                if (!_token.Is("[")) return ParseMember(target, true);
                Advance();
                var index = WithIn(ParseExpression);
                Expect("]");
                return new Indexed(position, target, index, true);
            default:
                return null;
        }
    }

    private Expression ParseMember(Expression target, bool optional)
    {
        var token = _token;
        if (token.Kind != TokenKind.PrivateName) return new Member(token.Start, target, PropertyName(), optional);
        Advance();
        return new PrivateMember(token.Start, target, Used(token.Start, "#" + token.Text), optional);
    }

    private string PropertyName()
    {
        if (_token.Kind != TokenKind.Name) throw Unexpected("a property name");
        var name = _token.Text;
        Advance();
        return name;
    }

    private Expression[] ParseArguments()
    {
        Expect("(");
        var args = new List<Expression>();
        while (!_token.Is(")"))
        {
            args.Add(ParseSpreadOrAssignment());
            if (!_token.Is(")")) ExpectSeparator(")");
        }
        Advance();
        return [.. args];
    }

    private void ExpectSeparator(string closing)
    {
        if (!Eat(",")) throw Unexpected($"',' or '{closing}'");
    }

    private Expression ParseSpreadOrAssignment()
    {
        if (!_token.Is("...")) return WithIn(ParseAssignment);
        var position = _token.Start;
        Advance();
        return new Spread(position, WithIn(ParseAssignment));
    }

    // Refused where it stands, with its place, and not only when it is reached.
    private Expression MakingNoCode(Expression callee) => callee is Name { Text: "eval" or "Function" } name
        ? throw NotSupported($"Making code from text with '{name.Text}' is", callee.Position)
        : callee;

    private Expression ParseNew()
    {
        var position = _token.Start;
        Advance();
        if (_token.Is(".")) return ParseNewTarget(position);
        Nest();
        var callee = _token.IsKeyword("new") ? ParseNew() : ParsePrimary();
        _nesting--;
        var optional = false;
        while (ParseSuffix(callee, calls: false, ref optional) is { } next) callee = next;
        if (_token.Is("?.")) throw Error("unexpected-token", "An optional chain cannot follow 'new'.", _token.Start);
        return new New(position, MakingNoCode(callee), _token.Is("(") ? ParseArguments() : []);
    }
}
