using JsExpressions.Parsing.Tree;

namespace JsExpressions.Parsing;

internal sealed partial class Parser
{
    /// <summary>A name or pattern that declares, with an optional default.</summary>
    private Expression ParseBindingElement(VariableKind kind)
    {
        var target = ParseBindingTarget(kind);
        if (!Eat("=")) return target;
        var value = WithIn(ParseAssignment);
        if (target is Name name) NameFunction(value, name.Text);
        return new Assignment(target.Position, "=", target, value);
    }

    private Expression ParseBindingTarget(VariableKind kind)
    {
        if (_token.Is("[")) return ParseArrayBinding(kind);
        if (_token.Is("{")) return ParseObjectBinding(kind);
        return ParseBindingName(kind);
    }

    private Name ParseBindingName(VariableKind kind)
    {
        if (!IsIdentifier(_token)) throw Unexpected("a name");
        if (_token.Text == "let" && kind is VariableKind.Let or VariableKind.Const) throw Unexpected("a name other than 'let'");
        if (_scopes.Function.IsStrict && _token.Text is "eval" or "arguments") throw Unexpected("another name");
        var name = new Name(_token.Start, _token.Text);
        name.Variable = _scopes.Declare(name.Text, kind, name.Position);
        // A var may be declared in an outer block of the same function, so it is resolved like any use.
        Advance();
        return name;
    }

    private ArrayPattern ParseArrayBinding(VariableKind kind)
    {
        Nest();
        var position = _token.Start;
        Advance();
        var items = new List<Expression?>();
        while (!_token.Is("]"))
        {
            if (Eat(","))
            {
                items.Add(null);
                continue;
            }
            if (_token.Is("..."))
            {
                var rest = _token.Start;
                Advance();
                items.Add(new Spread(rest, ParseBindingTarget(kind)));
                if (!_token.Is("]")) throw Unexpected("']' after the rest element");
                break;
            }
            items.Add(ParseBindingElement(kind));
            if (!_token.Is("]")) ExpectSeparator("]");
        }
        Advance();
        _nesting--;
        return new ArrayPattern(position, [.. items]);
    }

    private ObjectPattern ParseObjectBinding(VariableKind kind)
    {
        Nest();
        var position = _token.Start;
        Advance();
        var members = new List<PatternMember>();
        Expression? rest = null;
        while (!_token.Is("}"))
        {
            if (_token.Is("..."))
            {
                Advance();
                rest = ParseBindingName(kind);
                if (!_token.Is("}")) throw Unexpected("'}' after the rest element");
                break;
            }
            members.Add(ParseBindingMember(kind));
            if (!_token.Is("}")) ExpectSeparator("}");
        }
        Advance();
        _nesting--;
        return new ObjectPattern(position, [.. members], rest);
    }

    private PatternMember ParseBindingMember(VariableKind kind)
    {
        var first = _token;
        if (IsIdentifier(first) && Peek() is var next && !next.Is(":"))
        {
            return new PatternMember(new Literal(first.Start, first.Text), ParseBindingElement(kind));
        }
        var key = ParseKey(out _);
        Expect(":");
        return new PatternMember(key, ParseBindingElement(kind));
    }

    /// <summary>Reads a literal again as a pattern to assign to.</summary>
    private Expression ToPattern(Expression value)
    {
        switch (value)
        {
            case Name name:
                RequireTarget(name, name.Position);
                return name;
            case Member or Indexed or PrivateMember or SuperMember:
                return value;
            case Assignment { Operator: "=", Parenthesised: false } initial:
                // The target of a nested default was already made a pattern by the assignment.
                return new Assignment(value.Position, "=", initial.Target is ArrayPattern or ObjectPattern ? initial.Target : ToPattern(initial.Target), initial.Value);
            case ArrayLiteral { Parenthesised: false } array:
                return new ArrayPattern(array.Position, array.Items.Select((item, i) => ToElement(item, i == array.Items.Length - 1 && !array.EndsWithComma)).ToArray());
            case ObjectLiteral { Parenthesised: false } literal:
                return ToObjectPattern(literal);
            default:
                throw Error("invalid-assignment", "Only a name, a property or a pattern can be assigned.", value.Position);
        }
    }

    private Expression? ToElement(Expression? item, bool last)
    {
        if (item is not Spread rest) return item is null ? null : ToPattern(item);
        if (!last || rest.Value is Assignment) throw Error("invalid-assignment", "The rest element must be the last, without a default.", rest.Position);
        return new Spread(rest.Position, ToPattern(rest.Value));
    }

    private ObjectPattern ToObjectPattern(ObjectLiteral literal)
    {
        var members = new List<PatternMember>();
        Expression? rest = null;
        foreach (var member in literal.Members)
        {
            if (rest is not null) throw Error("invalid-assignment", "The rest element must be the last.", member.Value.Position);
            if (member.Kind == MemberKind.Spread)
            {
                rest = ToPattern(member.Value);
                if (rest is ArrayPattern or ObjectPattern or Assignment) throw Error("invalid-assignment", "The rest of an object is a name or a property.", member.Value.Position);
            }
            else if (member.Kind is MemberKind.Value or MemberKind.Prototype) members.Add(new PatternMember(member.Key!, ToPattern(member.Value))); // only a spread has no key
            else throw Error("invalid-assignment", "A pattern cannot hold a function.", member.Value.Position);
        }
        return new ObjectPattern(literal.Position, [.. members], rest);
    }
}
