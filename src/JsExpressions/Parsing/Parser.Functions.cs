using JsExpressions.Parsing.Tree;

namespace JsExpressions.Parsing;

internal sealed partial class Parser
{
    /// <summary>Where parentheses turned out to hold the parameters of an arrow function.</summary>
    private readonly HashSet<int> _arrows = [];

    private bool StartsAsyncFunction() => _token.IsKeyword("async") && Peek() is { AfterNewline: false } next && next.IsKeyword("function");

    private FunctionLiteral ParseFunctionExpression(bool isAsync)
    {
        var position = _token.Start;
        var function = ParseFunctionWord(isAsync);
        if (_token.Kind == TokenKind.Name && !Reserved.Contains(_token.Text) && !(_scopes.Function.IsStrict && ReservedWhenStrict.Contains(_token.Text)))
        {
            if ((function.IsGenerator && _token.Text == "yield") || (function.IsAsync && _token.Text == "await")) throw Unexpected("another name");
            function.NameText = _token.Text;
            function.HasSelfName = true;
            Advance();
        }
        ParseFunctionRest(function);
        return new FunctionLiteral(position, function);
    }

    /// <summary><c>async</c>, <c>function</c> and the star.</summary>
    private FunctionShape ParseFunctionWord(bool isAsync)
    {
        var function = new FunctionShape(_token.Start) { IsAsync = isAsync };
        Advance();
        if (isAsync) Advance();
        if (!_token.Is("*")) return function;
        if (isAsync) throw NotSupported("Asynchronous generators are", function.Position);
        Advance();
        function.IsGenerator = true;
        return function;
    }

    private FunctionLiteral ParseMethod(Expression key, ElementKind kind, bool isAsync, bool isGenerator, int start)
    {
        var name = KeyText(key);
        var function = new FunctionShape(_token.Start)
        {
            NameText = kind switch { ElementKind.Getter => "get " + name, ElementKind.Setter => "set " + name, _ => name },
            IsMethod = true, IsAsync = isAsync, IsGenerator = isGenerator, Start = start,
        };
        ParseFunctionRest(function);
        CheckAccessor(kind, function);
        return new FunctionLiteral(function.Position, function);
    }

    private void ParseFunctionRest(FunctionShape function)
    {
        Nest();
        var noIn = _noIn;
        _noIn = false;
        function.IsStrict |= _scopes.Function.IsStrict;
        _scopes.OpenFunction(function);
        var outerLabels = _labels;
        var outerLoops = (_loops, _breakables);
        _labels = [];
        _loops = _breakables = 0;
        function.Parameters = ParseParameters(function);
        _labels = outerLabels;
        (_loops, _breakables) = outerLoops;
        ParseFunctionBody(function);
        _noIn = noIn;
        _nesting--;
    }

    /// <summary>From the brace to the one that closes it; the function's scope is open and is closed here.</summary>
    private void ParseFunctionBody(FunctionShape function)
    {
        var (labels, loops, breakables, noIn) = (_labels, _loops, _breakables, _noIn);
        _labels = [];
        _loops = _breakables = 0;
        _noIn = false;
        Expect("{");
        function.Body = ParseDirectivesAndStatements(function, untilBrace: true);
        function.End = _token.End;
        CheckParameters(function);
        _scopes.Close();
        (_labels, _loops, _breakables, _noIn) = (labels, loops, breakables, noIn);
        Advance();
    }

    private Expression[] ParseParameters(FunctionShape function)
    {
        Expect("(");
        var items = new List<Expression>();
        while (!_token.Is(")"))
        {
            if (_token.Is("..."))
            {
                var position = _token.Start;
                Advance();
                var rest = function.Scope.Variables.Count;
                items.Add(new Spread(position, ParseBindingTarget(VariableKind.Parameter)));
                MarkDeclared(rest);
                if (!_token.Is(")")) throw Unexpected("')' after the rest parameter");
                break;
            }
            var declared = function.Scope.Variables.Count;
            items.Add(ParseBindingElement(VariableKind.Parameter));
            MarkDeclared(declared);
            if (!_token.Is(")")) ExpectSeparator(")");
        }
        Advance();
        SetLength(function, items);
        return [.. items];
    }

    private void CheckParameters(FunctionShape function)
    {
        var simple = function.Parameters.All(parameter => parameter is Name);
        var names = new HashSet<string>();
        foreach (var name in function.Parameters.SelectMany(BoundNames))
        {
            if (!names.Add(name.Text) && (function.IsArrow || function.IsMethod || function.IsStrict || !simple))
                throw Error("redeclared", $"The parameter '{name.Text}' is declared twice.", name.Position);
            if (function.IsStrict && (name.Text is "eval" or "arguments" || ReservedWhenStrict.Contains(name.Text)))
                throw Error("unexpected-token", $"'{name.Text}' cannot be a parameter in strict code.", name.Position);
        }
        if (function is { IsStrict: true, HasSelfName: true, NameText: "eval" or "arguments" })
            throw Error("unexpected-token", $"'{function.NameText}' cannot be the name of a function in strict code.", function.Position);
        if (!simple && function.HasStrictDirective)
            throw Error("unexpected-token", "'use strict' cannot stand in a function with defaults, patterns or a rest parameter.", function.Position);
    }

    private static IEnumerable<Name> BoundNames(Expression? target) => target switch
    {
        Name name => [name],
        Assignment initial => BoundNames(initial.Target),
        Spread rest => BoundNames(rest.Value),
        ArrayPattern array => array.Items.SelectMany(BoundNames),
        ObjectPattern shape => shape.Members.SelectMany(member => BoundNames(member.Target)).Concat(BoundNames(shape.Rest)),
        _ => [],
    };

    private static void SetLength(FunctionShape function, List<Expression> parameters)
    {
        var length = parameters.FindIndex(parameter => parameter is Assignment or Spread);
        function.Length = length < 0 ? parameters.Count : length;
    }

    private FunctionLiteral ParseNameArrow(bool isAsync)
    {
        var position = _token.Start;
        if (isAsync) Advance();
        Nest();
        var function = new FunctionShape(position) { IsArrow = true, IsAsync = isAsync, IsStrict = _scopes.Function.IsStrict };
        _scopes.OpenFunction(function);
        function.Parameters = [ParseBindingName(VariableKind.Parameter)];
        MarkDeclared(0);
        function.Length = 1;
        if (!_token.Is("=>") || _token.AfterNewline) throw Unexpected("'=>'");
        Advance();
        ParseArrowBody(function);
        _nesting--;
        return new FunctionLiteral(position, function);
    }

    /// <summary>
    /// What was read as an expression in parentheses turns out to be parameters: it is forgotten and read again. The
    /// place is remembered, so that arrows within parameters within parameters are not read ever more often.
    /// </summary>
    private FunctionLiteral ParseAgainAsArrow(Token open, int position, int mark, bool isAsync)
    {
        _arrows.Add(open.Start);
        _scopes.ForgetSince(mark);
        _token = open;
        _lexer.Position = open.End;
        return ParseArrow(position, isAsync);
    }

    /// <summary>At the parenthesis that opens the parameters.</summary>
    private FunctionLiteral ParseArrow(int position, bool isAsync)
    {
        Nest();
        var function = new FunctionShape(position) { IsArrow = true, IsAsync = isAsync, IsStrict = _scopes.Function.IsStrict };
        _scopes.OpenFunction(function);
        function.Parameters = WithIn(() => ParseParameters(function));
        if (!_token.Is("=>") || _token.AfterNewline) throw Unexpected("'=>'");
        Advance();
        ParseArrowBody(function);
        _nesting--;
        return new FunctionLiteral(position, function);
    }

    private void ParseArrowBody(FunctionShape function)
    {
        if (!_token.Is("{"))
        {
            function.Value = ParseAssignment();
            function.End = _lastEnd;
            CheckParameters(function);
            _scopes.Close();
            return;
        }
        ParseFunctionBody(function);
    }

    private Statement[] ParseDirectivesAndStatements(FunctionShape function, bool untilBrace)
    {
        var body = new List<Statement>();
        var directives = true;
        while (untilBrace ? !_token.Is("}") : _token.Kind != TokenKind.End)
        {
            if (_token.Kind == TokenKind.End) throw Unexpected("'}'");
            var text = directives && _token.Kind == TokenKind.Text ? _source.Text[_token.Start.._token.End] : null;
            var statement = ParseStatement();
            directives = text is not null && statement is ExpressionStatement { Value: Literal };
            if (directives && text!.Length == 12 && text[1..^1] == "use strict") function.IsStrict = function.HasStrictDirective = true; // directives implies text
            body.Add(statement);
        }
        return [.. body];
    }

    /// <summary>Functions without a name of their own take that of what they are assigned to.</summary>
    private static void NameFunction(Expression value, string name)
    {
        if (value is FunctionLiteral { Parenthesised: false, Function.NameText: "" } literal) literal.Function.NameText = name;
        else if (value is FunctionLiteral { Function: { NameText: "", HasSelfName: false } function }) function.NameText = name;
        else if (value is ClassLiteral { Inner: null, Constructor: { NameText: "" } constructor }) constructor.NameText = name;
    }
}
