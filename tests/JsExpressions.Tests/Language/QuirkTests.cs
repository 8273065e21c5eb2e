namespace JsExpressions.Tests.Language;

/// <summary>Where we differ from V8, each with its entry of the same name in docs/quirks.md.</summary>
public class QuirkTests
{
    [Theory]
    [InlineData("class A {}", "Classes are", 1)]
    [InlineData("var a = class {}", "Classes are", 9)]
    [InlineData("function* g() {}", "Generators are", 1)]
    [InlineData("({ *g() {} })", "Generators are", 4)]
    [InlineData("async function f() {}", "Asynchronous functions are", 1)]
    [InlineData("f(async x => x)", "Asynchronous functions are", 3)]
    [InlineData("with (a) b", "'with' is", 1)]
    [InlineData("import x from 'y'", "'import' is", 1)]
    [InlineData("import('y')", "'import' is", 1)]
    [InlineData("export var x", "'export' is", 1)]
    [InlineData("super.x", "'super' is", 1)]
    [InlineData("1 + 12n", "BigInt numbers are", 5)]
    [InlineData("a.#b", "Private members are", 3)]
    [InlineData("function f() { new.target }", "'new.target' is", 16)]
    public void Classes_generators_and_asynchronous_code_are_refused_with_their_place(string source, string what, int column)
    {
        JsScript.TryParse(source, JsGoal.Body, out _, out var error).ShouldBeFalse();

        error.ShouldBe(new JsSyntaxError("not-supported", what + " not supported.", 1, column));
    }

    [Theory]
    [InlineData("typeof eval", "undefined")]
    [InlineData("typeof Symbol", "undefined")]
    [InlineData("typeof Proxy", "undefined")]
    [InlineData("typeof Reflect", "undefined")]
    [InlineData("typeof globalThis", "undefined")]
    [InlineData("try { Function('return 1') } catch (e) { e.message }", "Making functions from text is not supported")]
    public void Code_is_never_made_from_text_and_meta_objects_are_absent(string source, string expected) =>
        Script.Body(source).AsString.ShouldBe(expected);

    [Fact]
    public void Built_ins_are_frozen()
    {
        Script.Json("Array.prototype.sum = 1; [[].sum, Object.isFrozen(Math), Object.isFrozen(Array.prototype)]").ShouldBe("[null,true,true]");
        Script.Json("var o = {}; o.toString = () => 'own'; String(o)").ShouldBe("\"own\"");
    }

    [Fact]
    public void This_outside_of_methods_is_an_object_that_leads_nowhere() =>
        Script.Json("[typeof this, Object.keys(this), (function () { return typeof this })(), this.constructor === Object]").ShouldBe("""["object",[],"object",true]""");

    [Fact]
    public void Elements_of_arrays_are_ordinary_or_frozen_all_together() =>
        Script.Body("try { Object.defineProperty([], 0, { get() {} }) } catch (e) { e.name }").AsString.ShouldBe("TypeError");

    [Fact]
    public void Arguments_are_not_linked_to_the_parameters() =>
        Script.Json("(function (a) { arguments[0] = 2; return a })(1)").ShouldBe("1");

    [Fact]
    public void Parameters_and_body_share_one_scope() =>
        Script.Json("(function (a, f = () => a) { var a = 2; return f() })(1)").ShouldBe("2");

    [Fact]
    public void Groups_in_a_repeated_group_keep_what_an_earlier_turn_matched() =>
        Script.Json("/(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac')").ShouldBe("""["zaacbbbcac","z","ac","a","bbb","c"]""");

    [Fact]
    public void Unknown_unicode_properties_are_refused()
    {
        JsScript.TryParse("/\\p{Emoji}/u", JsGoal.Expression, out _, out var error).ShouldBeFalse();

        error.Message.ShouldBe("The regular expression is invalid: the property 'Emoji' is not supported.");
    }

    [Fact]
    public void Powers_and_curves_may_differ_in_the_last_digit()
    {
        Script.Body("123.456 ** 100").AsNumber.ShouldBe(1.416511689406264e+209, 1e195);
        Script.Body("Math.cosh(19)").AsNumber.ShouldBe(89241150.4815936, 1e-6);
    }

    [Fact]
    public void Offsets_of_the_time_before_standard_zones_are_whole_minutes() =>
        Script.Body("new Date(1910, 0, 1).getTimezoneOffset() % 1").AsNumber.ShouldBe(0);

    [Fact]
    public void An_accessor_behind_a_spread_stands_where_it_was_written() =>
        Script.Json("Object.keys({ ...{}, get c() { return 1 }, x: 2 })").ShouldBe("""["c","x"]""");

    [Fact]
    public void What_catches_errors_does_not_catch_a_spent_budget() =>
        Should.Throw<JsBudgetExceededException>(() => Script.Body("try { (function f() { f() })() } catch (e) { 1 } finally { 2 }"));

    [Fact]
    public void Timers_of_forms_never_fire() =>
        Script.Json("var value = 'now'; setTimeout(function () { value = 'later' }, 0); _.debounce(() => { value = 'later' })(); value").ShouldBe("\"now\"");
}
