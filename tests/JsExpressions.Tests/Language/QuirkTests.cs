namespace JsExpressions.Tests.Language;

/// <summary>Where we differ from V8, each with its entry of the same name in docs/quirks.md.</summary>
public class QuirkTests
{
    [Theory]
    [InlineData("async function* f() {}", "Asynchronous generators are", 1)]
    [InlineData("({ async *g() {} })", "Asynchronous generators are", 10)]
    [InlineData("async () => { for await (const x of y) ; }", "Asynchronous loops are", 15)]
    [InlineData("function* g() { const [a = yield 1] = [] }", "'yield' and 'await' in this place are", 23)]
    [InlineData("function* g() { a?.[yield 1] }", "'yield' and 'await' in this place are", 18)]
    [InlineData("with (a) b", "'with' is", 1)]
    [InlineData("import x from 'y'", "'import' is", 1)]
    [InlineData("import('y')", "'import' is", 1)]
    [InlineData("export var x", "'export' is", 1)]
    public void What_is_not_supported_is_refused_with_its_place(string source, string what, int column)
    {
        JsScript.TryParse(source, JsGoal.Body, out _, out var error).ShouldBeFalse();

        error.ShouldBe(new JsSyntaxError("not-supported", what + " not supported.", 1, column));
    }

    [Theory]
    [InlineData("typeof eval", "undefined")]
    [InlineData("typeof Proxy", "undefined")]
    [InlineData("typeof Reflect", "undefined")]
    [InlineData("try { (0, Function)('return 1') } catch (e) { e.message }", "Making functions from text is not supported")]
    public void Code_is_never_made_from_text_and_proxies_are_absent(string source, string expected) =>
        Script.Body(source).AsString.ShouldBe(expected);

    [Fact]
    public void Built_ins_are_frozen()
    {
        Script.Json("Array.prototype.sum = 1; [[].sum, Object.isFrozen(Math), Object.isFrozen(Array.prototype)]").ShouldBe("[null,true,true]");
        Script.Json("var o = {}; o.toString = () => 'own'; String(o)").ShouldBe("\"own\"");
    }

    [Fact]
    public void This_outside_of_methods_is_the_scope_of_the_evaluation() =>
        Script.Json("[typeof this, Object.keys(this), (function () { return typeof this })(), this.constructor === Object]").ShouldBe("""["object",[],"object",true]""");

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

    [Fact]
    public void Promises_run_nothing_before_the_host_settles_them()
    {
        var run = Script.Run();
        var scope = new JsScope();

        var promise = Script.Body("var log = []; const f = async x => { log.push('a'); const y = await x; log.push('b'); return y * 2 }; const p = f(Promise.resolve(21)); log.push('end'); p", scope, run);

        scope.Get("log").AsObject.Get("length").AsNumber.ShouldBe(2);
        run.Settle(promise).AsNumber.ShouldBe(42);
        scope.Get("log").AsObject.Get("length").AsNumber.ShouldBe(3);
    }

    [Theory]
    [InlineData("Promise.all([1, Promise.resolve(2), { then(r) { r(3) } }]).then(v => v.join())", "1,2,3")]
    [InlineData("Promise.reject(new Error('no')).catch(e => e.message).finally(() => 'ignored')", "no")]
    [InlineData("Promise.any([Promise.reject(1), Promise.reject(2)]).catch(e => e.errors.join())", "1,2")]
    [InlineData("(async () => { try { await Promise.reject('x') } catch (e) { return 'caught ' + e } finally { await 0 } })()", "caught x")]
    [InlineData("(async () => { let s = ''; for (const c of 'abc') s += await c + 1; return s })()", "a1b1c1")]
    [InlineData("Promise.allSettled([1, Promise.reject(2)]).then(r => r.map(x => x.status).join())", "fulfilled,rejected")]
    public void A_promise_the_host_settles_comes_to_what_V8_makes_of_it(string source, string expected)
    {
        var run = Script.Run();

        run.Settle(Script.Body(source, run: run)).AsString.ShouldBe(expected);
    }

    [Fact]
    public void A_rejected_promise_throws_when_settled()
    {
        var run = Script.Run();

        Should.Throw<JsException>(() => run.Settle(Script.Body("Promise.reject(new TypeError('no'))", run: run))).Name.ShouldBe("TypeError");
    }

    [Fact]
    public void Large_whole_numbers_end_at_a_million_bits() =>
        Script.Body("try { 9n ** 9n ** 9n } catch (e) { e.name + ': ' + e.message }").AsString.ShouldBe("RangeError: Maximum BigInt size exceeded");

    [Fact]
    public void Steps_of_a_lodash_chain_run_at_once() =>
        Script.Body("var n = 0; _([1, 2]).map(() => n++); n").AsNumber.ShouldBe(2);
}
