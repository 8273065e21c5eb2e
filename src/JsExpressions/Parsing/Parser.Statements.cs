using JsExpressions.Parsing.Tree;

namespace JsExpressions.Parsing;

internal sealed partial class Parser
{
    private List<(string Name, bool IsLoop)> _labels = [];
    private int _loops;
    private int _breakables;

    private Statement ParseStatement()
    {
        Nest();
        var statement = ParseStatementInside();
        _nesting--;
        return statement;
    }

    private Statement ParseStatementInside()
    {
        var position = _token.Start;
        if (_token.Is("{")) return ParseBlock();
        if (_token.Is(";"))
        {
            Advance();
            return new Empty(position);
        }
        if (_token.Kind == TokenKind.Name && !_token.Escaped)
        {
            switch (_token.Text)
            {
                case "var": return ParseDeclaration(DeclarationKind.Var);
                case "const": return ParseDeclaration(DeclarationKind.Const);
                case "let" when StartsLet(): return ParseDeclaration(DeclarationKind.Let);
                case "function": return ParseFunctionDeclaration(isAsync: false);
                case "async" when StartsAsyncFunction(): return ParseFunctionDeclaration(isAsync: true);
                case "if": return ParseIf();
                case "for": return ParseFor();
                case "while": return ParseWhile();
                case "do": return ParseDo();
                case "switch": return ParseSwitch();
                case "try": return ParseTry();
                case "return": return ParseReturn();
                case "throw": return ParseThrow();
                case "break" or "continue": return ParseJump();
                case "class": return ParseClassDeclaration();
                case "with": throw NotSupported("'with' is", position);
                case "import" or "export": throw NotSupported($"'{_token.Text}' is", position);
                case "debugger":
                    Advance();
                    EndStatement();
                    return new Empty(position);
            }
            if (IsIdentifier(_token) && Peek().Is(":")) return ParseLabelled();
        }
        var value = ParseExpression();
        EndStatement();
        return new ExpressionStatement(position, value);
    }

    /// <summary>A statement where no declaration may stand, except (sloppy code, Annex B) a plain function.</summary>
    private Statement ParseSubStatement(bool allowsFunction)
    {
        var next = _token.Kind == TokenKind.Name && !_token.Escaped ? Peek() : default;
        var declares = _token.IsKeyword("class") || _token.IsKeyword("const") || StartsAsyncFunction()
            || (_token.IsKeyword("let") && (next.Is("[") || (StartsLet() && !next.AfterNewline)))
            || (_token.IsKeyword("function") && (!allowsFunction || _scopes.Function.IsStrict || next.Is("*")));
        if (declares) throw Error("unexpected-token", "A declaration cannot stand here without a block.", _token.Start);
        if (!_token.IsKeyword("function"))
        {
            var statement = ParseStatement();
            for (var inner = statement; inner is Labelled labelled; inner = labelled.Body)
                if (labelled.Body is FunctionDeclaration) throw Error("unexpected-token", "A declaration cannot stand here without a block.", labelled.Body.Position);
            return statement;
        }
        var scope = new BlockScope();
        var position = _token.Start;
        _scopes.OpenBlock(scope);
        var function = ParseStatement();
        _scopes.Close();
        return new Block(position, scope, [function]);
    }

    private bool StartsLet()
    {
        var next = Peek();
        return next.Is("[") || next.Is("{") || (next.Kind == TokenKind.Name && (IsIdentifier(next) || (next.Text is "let" or "yield")) && !next.IsKeyword("in") && !next.IsKeyword("instanceof"));
    }

    private Block ParseBlock()
    {
        var position = _token.Start;
        Expect("{");
        var scope = new BlockScope();
        _scopes.OpenBlock(scope);
        var body = new List<Statement>();
        while (!_token.Is("}"))
        {
            if (_token.Kind == TokenKind.End) throw Unexpected("'}'");
            body.Add(ParseStatement());
        }
        _scopes.Close();
        Advance();
        return new Block(position, scope, [.. body]);
    }

    private Declaration ParseDeclaration(DeclarationKind kind, bool inFor = false)
    {
        var position = _token.Start;
        Advance();
        var items = new List<Declarator>();
        do
        {
            var declared = _scopes.Current.Block.Variables.Count;
            var target = ParseBindingTarget(ToVariable(kind));
            Expression? value = null;
            if (Eat("="))
            {
                value = ParseAssignment();
                if (target is Name name) NameFunction(value, name.Text);
            }
            else if (!(inFor && (_token.IsKeyword("of") || _token.IsKeyword("in"))))
            {
                if (target is not Name) throw Unexpected("'=' after the pattern");
                if (kind == DeclarationKind.Const) throw Unexpected("'=' after the name of a constant");
            }
            MarkDeclared(declared);
            items.Add(new Declarator(target, value));
        }
        while (Eat(","));
        if (!inFor) EndStatement();
        return new Declaration(position, kind, [.. items]);
    }

    private void MarkDeclared(int from)
    {
        var variables = _scopes.Current.Block.Variables;
        for (var i = from; i < variables.Count; i++) variables[i].DeclaredBefore = _lastEnd;
    }

    private static VariableKind ToVariable(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Let => VariableKind.Let,
        DeclarationKind.Const => VariableKind.Const,
        _ => VariableKind.Var,
    };

    private Statement ParseFunctionDeclaration(bool isAsync)
    {
        var position = _token.Start;
        var function = ParseFunctionWord(isAsync);
        if (!IsIdentifier(_token)) throw Unexpected("the name of the function");
        var name = new Name(_token.Start, _token.Text);
        var scope = _scopes.Current;
        if (_scopes.Function.IsStrict && name.Text is "eval" or "arguments") throw Unexpected("another name");
        name.Variable = _scopes.Declare(name.Text, VariableKind.Function, name.Position, isPlain: !isAsync && !function.IsGenerator);
        Name? outer = null;
        if (!scope.IsFunction && !scope.Function.IsStrict && !isAsync && !function.IsGenerator && _scopes.DeclareOuterFunction(name.Text, position) is { } twin)
            outer = new Name(name.Position, name.Text) { Variable = twin };
        Advance();
        function.NameText = name.Text;
        ParseFunctionRest(function);
        var declaration = new FunctionDeclaration(position, function, name, outer);
        scope.Block.Functions.Add(declaration);
        return declaration;
    }

    private If ParseIf()
    {
        var position = _token.Start;
        Advance();
        var test = ParseCondition();
        var yes = ParseSubStatement(allowsFunction: true);
        return new If(position, test, yes, EatKeyword("else") ? ParseSubStatement(allowsFunction: true) : null);
    }

    private Expression ParseCondition()
    {
        Expect("(");
        var test = WithIn(ParseExpression);
        Expect(")");
        return test;
    }

    private Statement ParseLoopBody()
    {
        _loops++;
        _breakables++;
        var body = ParseSubStatement(allowsFunction: false);
        _loops--;
        _breakables--;
        return body;
    }

    private Statement ParseFor()
    {
        var position = _token.Start;
        Advance();
        if (_token.IsKeyword("await") && Peek().Is("(")) throw NotSupported("Asynchronous loops are", position);
        Expect("(");
        var scope = new BlockScope();
        _scopes.OpenBlock(scope);
        var statement = ParseForInside(position, scope);
        _scopes.Close();
        return statement;
    }

    private Statement ParseForInside(int position, BlockScope scope)
    {
        Statement? init = null;
        if (!_token.Is(";"))
        {
            var start = _token.Start;
            _noIn = true;
            DeclarationKind? kind = _token.IsKeyword("var") ? DeclarationKind.Var
                : _token.IsKeyword("const") ? DeclarationKind.Const
                : _token.IsKeyword("let") && StartsLet() ? DeclarationKind.Let : null;
            if (kind is { } declared)
            {
                var declaration = ParseDeclaration(declared, inFor: true);
                _noIn = false;
                if (IsEach() && declaration.Items is [{ Value: null } single]) return ParseEach(position, scope, kind, single.Target);
                foreach (var item in declaration.Items)
                    if (item.Value is null && (item.Target is not Name || kind == DeclarationKind.Const)) throw Unexpected("'='");
                init = declaration;
            }
            else
            {
                var value = ParseExpression();
                _noIn = false;
                if (IsEach())
                {
                    if (value is not (ArrayLiteral or ObjectLiteral)) RequireTarget(value, start);
                    return ParseEach(position, scope, null, ToPattern(value));
                }
                init = new ExpressionStatement(start, value);
            }
        }
        Expect(";");
        var test = _token.Is(";") ? null : ParseExpression();
        Expect(";");
        var step = _token.Is(")") ? null : ParseExpression();
        Expect(")");
        return new For(position, scope, init, test, step, ParseLoopBody());
    }

    private bool IsEach() => _token.IsKeyword("of") || _token.IsKeyword("in");

    private ForEach ParseEach(int position, BlockScope scope, DeclarationKind? kind, Expression target)
    {
        var keys = _token.IsKeyword("in");
        Advance();
        var source = keys ? ParseExpression() : ParseAssignment();
        foreach (var variable in scope.Variables) variable.DeclaredBefore = _lastEnd;
        Expect(")");
        return new ForEach(position, scope, kind, target, source, keys, ParseLoopBody());
    }

    private While ParseWhile()
    {
        var position = _token.Start;
        Advance();
        var test = ParseCondition();
        return new While(position, test, ParseLoopBody(), true);
    }

    private While ParseDo()
    {
        var position = _token.Start;
        Advance();
        var body = ParseLoopBody();
        ExpectKeyword("while");
        var test = ParseCondition();
        Eat(";");
        return new While(position, test, body, false);
    }
}
