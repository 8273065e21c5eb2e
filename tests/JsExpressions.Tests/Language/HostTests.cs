namespace JsExpressions.Tests.Language;

public class HostTests
{
    [Fact]
    public void An_expression_sees_the_names_of_its_scope()
    {
        var scope = new JsScope();
        scope.Set("data", JsJson.FromNode(System.Text.Json.Nodes.JsonNode.Parse("""{"a":{"b":[1,2,3]}}""")));

        var value = JsScript.ParseExpression("data.a.b.length + data['a'].b[1]").Evaluate(Script.Run(), scope);

        value.AsNumber.ShouldBe(5);
    }

    [Fact]
    public void A_lazy_name_is_made_once_and_only_when_read()
    {
        var made = 0;
        var scope = new JsScope();
        scope.SetLazy("x", () => ++made);
        var run = Script.Run();

        JsScript.ParseExpression("1").Evaluate(run, scope);
        made.ShouldBe(0);
        JsScript.ParseExpression("x + x").Evaluate(run, scope).AsNumber.ShouldBe(2);

        made.ShouldBe(1);
    }

    [Fact]
    public void A_host_function_gets_its_arguments_and_may_throw_into_the_script()
    {
        var scope = new JsScope();
        scope.SetFunction("fail", args => throw new JsException(JsError.Create("no " + args[0].AsString)));

        Script.Body("try { fail('bed') } catch (e) { e.message }", scope).AsString.ShouldBe("no bed");
    }

    [Fact]
    public void Assignments_and_vars_of_a_body_land_in_the_scope()
    {
        var scope = new JsScope();
        scope.Set("value", 1);

        Script.Body("value = value + 1; var value; implicit = 3; var own = 4; function f() { return own } let hidden = 5;", scope);

        scope.Get("value").AsNumber.ShouldBe(2);
        scope.Get("implicit").AsNumber.ShouldBe(3);
        scope.Get("own").AsNumber.ShouldBe(4);
        scope.Get("f").ObjectOrNull.ShouldBeAssignableTo<JsFunction>();
        scope.TryGet("hidden", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_body_returns_early_or_its_last_expression()
    {
        Script.Body("if (true) { return 'early' } 'late'").AsString.ShouldBe("early");
        Script.Body("const a = 2; const b = 3; a * b").AsNumber.ShouldBe(6);
        Script.Body("var a = 2").IsUndefined.ShouldBeTrue();
    }

    [Fact]
    public void Free_names_are_those_the_script_does_not_declare()
    {
        var script = JsScript.ParseBody("let a = b; function f(c) { return c + d + a } f(x => x + e)");

        script.FreeNames.Order().ShouldBe(["b", "d", "e"]);
        script.LexicalNames.ShouldBe(["a"]);
    }

    [Fact]
    public void A_syntax_error_names_line_column_and_what_was_expected()
    {
        JsScript.TryParse("var a = 1;\nif (a {", JsGoal.Body, out _, out var error).ShouldBeFalse();

        error.ShouldBe(new JsSyntaxError("unexpected-token", "')' was expected, but '{' was found.", 2, 7));
    }

    [Fact]
    public void A_script_error_names_line_and_column()
    {
        var error = Should.Throw<JsException>(() => Script.Body("var a;\n  a.b.c"));

        error.Message.ShouldBe("TypeError: Cannot read properties of undefined (reading 'b')");
        (error.Line, error.Column).ShouldBe((2, 5));
    }
}
