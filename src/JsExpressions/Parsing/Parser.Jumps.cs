using JsExpressions.Parsing.Tree;

namespace JsExpressions.Parsing;

internal sealed partial class Parser
{
    private Jump ParseJump()
    {
        var position = _token.Start;
        var isBreak = _token.Text == "break";
        Advance();
        string? label = null;
        if (IsIdentifier(_token) && !_token.AfterNewline)
        {
            label = _token.Text;
            var target = _labels.FindLast(item => item.Name == label);
            if (target.Name is null) throw Error("invalid-jump", $"There is no label '{label}' around this statement.", _token.Start);
            if (!isBreak && !target.IsLoop) throw Error("invalid-jump", $"The label '{label}' is not on a loop.", _token.Start);
            Advance();
        }
        else if (isBreak ? _breakables == 0 : _loops == 0)
        {
            throw Error("invalid-jump", isBreak ? "'break' must stand in a loop or switch." : "'continue' must stand in a loop.", position);
        }
        EndStatement();
        return new Jump(position, isBreak, label);
    }

    private Labelled ParseLabelled()
    {
        var position = _token.Start;
        var label = _token.Text;
        if (_labels.Exists(item => item.Name == label)) throw Error("redeclared", $"The label '{label}' is already in use here.", position);
        Advance();
        Advance();
        _labels.Add((label, LeadsToLoop()));
        var body = _token.IsKeyword("function") && !_scopes.Function.IsStrict && !Peek().Is("*") ? ParseStatement() : ParseSubStatement(allowsFunction: false);
        _labels.RemoveAt(_labels.Count - 1);
        return new Labelled(position, label, body);
    }

    // Behind further labels too: a: b: for (...) continue a;
    private bool LeadsToLoop()
    {
        var token = _token;
        var start = _lexer.Position;
        while (token.Kind == TokenKind.Name && !Reserved.Contains(token.Text))
        {
            if (!_lexer.Next().Is(":")) break;
            token = _lexer.Next();
        }
        _lexer.Position = start;
        return token.IsKeyword("for") || token.IsKeyword("while") || token.IsKeyword("do");
    }

    private Return ParseReturn()
    {
        var position = _token.Start;
        Advance();
        var value = _token.Is(";") || _token.Is("}") || _token.Kind == TokenKind.End || _token.AfterNewline ? null : ParseExpression();
        EndStatement();
        return new Return(position, value);
    }

    private Throw ParseThrow()
    {
        var position = _token.Start;
        Advance();
        if (_token.AfterNewline) throw Error("unexpected-token", "The thrown value must stand on the line of 'throw'.", _token.Start);
        var value = ParseExpression();
        EndStatement();
        return new Throw(position, value);
    }

    private Switch ParseSwitch()
    {
        var position = _token.Start;
        Advance();
        var value = ParseCondition();
        Expect("{");
        var scope = new BlockScope();
        _scopes.OpenBlock(scope).IsSwitch = true;
        _breakables++;
        var cases = new List<Case>();
        while (!Eat("}"))
        {
            Expression? test = null;
            if (EatKeyword("case")) test = ParseExpression();
            else if (!EatKeyword("default")) throw Unexpected("'case', 'default' or '}'");
            else if (cases.Exists(item => item.Test is null)) throw Error("unexpected-token", "A switch has one 'default' only.", _token.Start);
            Expect(":");
            var body = new List<Statement>();
            while (!(_token.IsKeyword("case") || _token.IsKeyword("default") || _token.Is("}"))) body.Add(ParseStatement());
            cases.Add(new Case(test, [.. body]));
        }
        _breakables--;
        _scopes.Close();
        return new Switch(position, value, scope, [.. cases]);
    }

    private Try ParseTry()
    {
        var position = _token.Start;
        Advance();
        var body = ParseBlock();
        BlockScope? scope = null;
        Expression? parameter = null;
        Statement? handler = null;
        if (EatKeyword("catch"))
        {
            scope = new BlockScope();
            var open = _scopes.OpenBlock(scope);
            if (Eat("("))
            {
                parameter = ParseBindingTarget(_token.Kind == TokenKind.Name ? VariableKind.CatchParameter : VariableKind.Let);
                foreach (var variable in scope.Variables) variable.DeclaredBefore = _lastEnd;
                Expect(")");
                open.IsCatch = true;
            }
            handler = ParseBlock();
            _scopes.Close();
        }
        var last = EatKeyword("finally") ? ParseBlock() : null;
        if (handler is null && last is null) throw Unexpected("'catch' or 'finally'");
        return new Try(position, body, scope, parameter, handler, last);
    }
}
