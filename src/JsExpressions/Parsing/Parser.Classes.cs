using JsExpressions.Parsing.Tree;

namespace JsExpressions.Parsing;

internal sealed partial class Parser
{
    private ClassDeclaration ParseClassDeclaration()
    {
        var position = _token.Start;
        var next = Peek();
        if (!IsIdentifier(next)) throw Error("unexpected-token", "The name of the class was expected.", next.Start);
        var name = new Name(next.Start, next.Text);
        name.Variable = _scopes.Declare(name.Text, VariableKind.Let, position);
        var value = ParseClass();
        name.Variable.DeclaredBefore = _lastEnd;
        return new ClassDeclaration(position, name, value);
    }

    private ClassLiteral ParseClass()
    {
        Nest();
        var start = _token.Start;
        Advance();
        var outer = _scopes.Function;
        var wasStrict = outer.IsStrict;
        outer.IsStrict = true;
        var scope = new BlockScope();
        _scopes.OpenBlock(scope);
        Name? inner = null;
        if (IsIdentifier(_token) && !_token.IsKeyword("extends"))
        {
            inner = new Name(_token.Start, _token.Text);
            inner.Variable = _scopes.Declare(inner.Text, VariableKind.Const, inner.Position);
            Advance();
        }
        var heritage = EatKeyword("extends") ? ParseLeftHandSide() : null;
        if (inner is not null) inner.Variable!.DeclaredBefore = int.MaxValue; // declared above; set when the class is complete
        Expect("{");
        var body = new BlockScope();
        _scopes.OpenBlock(body);
        var elements = new List<ClassElement>();
        var privates = new Dictionary<string, (Name Name, string Kinds)>();
        FunctionShape? constructor = null;
        while (!_token.Is("}"))
        {
            if (Eat(";")) continue;
            if (ParseElement(heritage is not null, privates) is not { } element) continue;
            if (element is { Kind: ElementKind.Method, IsStatic: false, Function.IsConstructor: true })
            {
                if (constructor is not null) throw Error("redeclared", "A class may only have one constructor.", element.Function.Position);
                constructor = element.Function;
            }
            else
            {
                elements.Add(element);
            }
        }
        constructor ??= Default(start, heritage is not null);
        constructor.Start = start;
        constructor.End = _token.End;
        constructor.NameText = inner?.Text ?? "";
        _scopes.Close();
        _scopes.Close();
        outer.IsStrict = wasStrict;
        _nesting--;
        Advance();
        return new ClassLiteral(start, scope, body, inner, heritage, constructor, [.. elements]) { PrivateNames = privates.Values.Select(item => item.Name).ToArray() };
    }

    private FunctionShape Default(int position, bool isDerived)
    {
        var function = new FunctionShape(position) { IsMethod = true, IsConstructor = true, IsDerived = isDerived, IsDefault = true, IsStrict = true };
        _scopes.OpenFunction(function);
        _scopes.Close();
        return function;
    }

    private ClassElement? ParseElement(bool isDerived, Dictionary<string, (Name Name, string Kinds)> privates)
    {
        var start = _token.Start;
        var isStatic = false;
        if (_token.IsKeyword("static") && !EndsKey(Peek()))
        {
            Advance();
            isStatic = true;
            if (_token.Is("{")) return new ClassElement(ElementKind.Block, true, null, null, ParseStaticBlock());
        }
        var (kind, isAsync, isGenerator) = ParsePrefix();
        Name? hidden = null;
        Expression? key = null;
        var computed = false;
        var first = _token;
        if (_token.Kind == TokenKind.PrivateName) Advance();
        else key = ParseKey(out computed);
        var text = key is null ? "#" + first.Text : KeyText(key);
        if (!_token.Is("(") && kind == ElementKind.Method && !isAsync && !isGenerator) kind = ElementKind.Field;
        if (key is null) hidden = DeclarePrivate(first, kind, isStatic, privates);
        else CheckName(text, kind, isStatic, computed, isAsync || isGenerator, first.Start);
        if (kind == ElementKind.Field)
        {
            var value = ParseFieldValue(text);
            EndStatement();
            return new ClassElement(kind, isStatic, key, hidden, value);
        }
        var isConstructor = key is not null && !isStatic && !computed && text == "constructor";
        var function = new FunctionShape(_token.Start)
        {
            NameText = kind switch { ElementKind.Getter => "get " + text, ElementKind.Setter => "set " + text, _ => text },
            IsMethod = true, IsStrict = true, Start = start, IsAsync = isAsync, IsGenerator = isGenerator,
            IsConstructor = isConstructor, IsDerived = isConstructor && isDerived,
        };
        ParseFunctionRest(function);
        CheckAccessor(kind, function);
        return new ClassElement(kind, isStatic, key, hidden, function);
    }

    private static bool EndsKey(in Token next) => next.Is("(") || next.Is("=") || next.Is(";") || next.Is("}");

    /// <summary><c>get</c>, <c>set</c>, <c>async</c> and <c>*</c> before a key, where they are not the key itself.</summary>
    private (ElementKind Kind, bool IsAsync, bool IsGenerator) ParsePrefix()
    {
        var kind = ElementKind.Method;
        var isAsync = false;
        if (_token.Kind == TokenKind.Name && !_token.Escaped && _token.Text is "get" or "set" or "async" && Peek() is var next
            && !EndsKey(next) && !next.Is(",") && !next.Is(":") && !(next.AfterNewline && (_token.Text == "async" || next.Is("*"))))
        {
            if (_token.Text == "async") isAsync = true;
            else if (!next.Is("*")) kind = _token.Text == "get" ? ElementKind.Getter : ElementKind.Setter;
            if (isAsync || kind != ElementKind.Method) Advance();
        }
        var star = _token.Start;
        var isGenerator = kind == ElementKind.Method && Eat("*");
        if (isGenerator && isAsync) throw NotSupported("Asynchronous generators are", star);
        return (kind, isAsync, isGenerator);
    }

    private void CheckName(string text, ElementKind kind, bool isStatic, bool computed, bool special, int position)
    {
        if (computed) return;
        if (isStatic && text == "prototype") throw Error("unexpected-token", "A static member cannot be called 'prototype'.", position);
        if (text == "constructor" && (kind == ElementKind.Field || (!isStatic && (special || kind != ElementKind.Method))))
            throw Error("unexpected-token", "Only a plain method can be called 'constructor'.", position);
    }

    private void CheckAccessor(ElementKind kind, FunctionShape function)
    {
        if (kind == ElementKind.Getter && function.Parameters.Length != 0) throw Error("unexpected-token", "A getter takes no parameters.", function.Position);
        if (kind == ElementKind.Setter && function.Parameters is not [not Spread]) throw Error("unexpected-token", "A setter takes exactly one parameter.", function.Position);
    }

    private Name DeclarePrivate(Token token, ElementKind kind, bool isStatic, Dictionary<string, (Name Name, string Kinds)> privates)
    {
        var text = "#" + token.Text;
        if (text == "#constructor") throw Error("unexpected-token", "A private member cannot be called '#constructor'.", token.Start);
        var kinds = (isStatic ? "static " : "") + kind;
        if (privates.TryGetValue(text, out var known))
        {
            var twin = (isStatic ? "static " : "") + (kind == ElementKind.Getter ? ElementKind.Setter : ElementKind.Getter);
            if (kind is not (ElementKind.Getter or ElementKind.Setter) || known.Kinds != twin)
                throw Error("redeclared", $"The private name '{text}' is already declared.", token.Start);
            privates[text] = (known.Name, "both");
        }
        else
        {
            var declared = new Name(token.Start, text);
            declared.Variable = _scopes.Declare(text, VariableKind.Const, token.Start);
            declared.Variable.DeclaredBefore = 0;
            privates.Add(text, (declared, kinds));
        }
        return Used(token.Start, text);
    }

    private Name Used(int position, string text)
    {
        var name = new Name(position, text);
        _scopes.Use(name);
        return name;
    }

    private FunctionShape? ParseFieldValue(string name)
    {
        if (!Eat("=")) return null;
        var function = new FunctionShape(_token.Start) { IsMethod = true, IsStrict = true, IsField = true };
        _scopes.OpenFunction(function);
        function.Value = WithIn(ParseAssignment);
        NameFunction(function.Value, name);
        function.End = _lastEnd;
        _scopes.Close();
        return function;
    }

    private FunctionShape ParseStaticBlock()
    {
        var function = new FunctionShape(_token.Start) { IsMethod = true, IsStrict = true, IsField = true, IsStaticBlock = true };
        _scopes.OpenFunction(function);
        ParseFunctionBody(function);
        return function;
    }

    private Expression ParseThis()
    {
        var position = _token.Start;
        Advance();
        return _scopes.Method is { IsDerived: true } ? Used(position, ImplicitName.This) : new This(position) { IsGlobal = _scopes.Method is null };
    }

    private Expression ParseSuper()
    {
        var position = _token.Start;
        Advance();
        var method = _scopes.Method;
        if (_token.Is("(") && method is { IsDerived: true })
        {
            var args = ParseArguments();
            return new SuperCall(position, Used(position, ImplicitName.Function), Used(position, ImplicitName.NewTarget), Used(position, ImplicitName.This), args);
        }
        if (!(_token.Is(".") || _token.Is("[")) || method is not { IsMethod: true })
            throw Error("unexpected-token", "'super' can stand only in a method, and 'super()' in the constructor of a derived class.", position);
        Expression self = method.IsDerived ? Used(position, ImplicitName.This) : new This(position);
        var home = Used(position, ImplicitName.Home);
        if (Eat("."))
        {
            if (_token.Kind == TokenKind.PrivateName) throw Error("unexpected-token", "'super' has no private members.", _token.Start);
            var at = _token.Start;
            return new SuperMember(position, home, self, new Literal(at, PropertyName()));
        }
        Advance();
        var key = WithIn(ParseExpression);
        Expect("]");
        return new SuperMember(position, home, self, key);
    }

    private Expression ParseNewTarget(int position)
    {
        Advance();
        if (!_token.IsKeyword("target")) throw Unexpected("'target'");
        if (_scopes.Method is null) throw Error("unexpected-token", "'new.target' can stand only in a function.", position);
        Advance();
        return Used(position, ImplicitName.NewTarget);
    }
}
