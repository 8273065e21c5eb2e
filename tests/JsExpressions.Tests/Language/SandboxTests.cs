namespace JsExpressions.Tests.Language;

/// <summary>Nothing of .NET, of the host, of other scripts or of the process can be reached.</summary>
public class SandboxTests
{
    [Theory]
    [InlineData("({}).constructor.constructor('return 1')()")]
    [InlineData("(() => 1).constructor('return 1')()")]
    [InlineData("[].filter.constructor('return 1')()")]
    [InlineData("Reflect.construct(Function, ['return 1'])")]
    [InlineData("(0, eval)('1')")]
    [InlineData("(0, Function)('return 1')()")]
    [InlineData("globalThis.process.exit()")]
    [InlineData("process.exit()")]
    [InlineData("require('fs')")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')")]
    [InlineData("importNamespace('System')")]
    [InlineData("fetch('http://localhost')")]
    [InlineData("new XMLHttpRequest()")]
    [InlineData("hostFunction.constructor('return 1')()")]
    [InlineData("Object.setPrototypeOf(Object.prototype, { x: 1 })")]
    [InlineData("Object.defineProperty(Array.prototype, 'x', { value: 1 })")]
    [InlineData("Object.defineProperty(Math, 'max', { value: 1 })")]
    [InlineData("Object.assign(Object.prototype, { x: 1 })")]
    [InlineData("'use strict'; Array.prototype.x = 1")]
    [InlineData("'use strict'; delete Math.PI")]
    public void A_way_out_ends_in_an_error(string source)
    {
        var scope = new JsScope();
        scope.SetFunction("hostFunction", _ => 1);

        Should.Throw<JsException>(() => Script.Body(source, scope));
    }

    [Theory]
    [InlineData("1 +\n  eval('1')", 2, 3)]
    [InlineData("Function('return 1')()", 1, 1)]
    [InlineData("new Function('a', 'return a')(1)", 1, 5)]
    public void Making_code_from_text_is_refused_with_its_place(string source, int line, int column)
    {
        var error = Should.Throw<JsSyntaxException>(() => Script.Body(source, new JsScope())).Error;

        (error.Code, error.Line, error.Column).ShouldBe(("not-supported", line, column));
    }

    [Theory]
    [InlineData("Array.prototype.x = 1; [].x")]
    [InlineData("Object.prototype.polluted = 1; ({}).polluted")]
    [InlineData("({}).__proto__.polluted = 1; ({}).polluted")]
    [InlineData("({}).constructor.prototype.polluted = 1; ({}).polluted")]
    [InlineData("JSON.parse('{\"__proto__\":{\"polluted\":1}}').polluted")]
    [InlineData("_.set({}, '__proto__.polluted', 1); ({}).polluted")]
    [InlineData("_.set({}, 'constructor.prototype.polluted', 1); ({}).polluted")]
    [InlineData("_.merge({}, JSON.parse('{\"__proto__\":{\"polluted\":1}}')); ({}).polluted")]
    [InlineData("_.defaultsDeep({}, JSON.parse('{\"constructor\":{\"prototype\":{\"polluted\":1}}}')); ({}).polluted")]
    [InlineData("_.zipObjectDeep(['__proto__.polluted'], [1]); ({}).polluted")]
    [InlineData("String.prototype.trim = () => 'stolen'; ' '.trim() === 'stolen' || undefined")]
    [InlineData("Math.max = () => 42; Math.max(1) === 42 || undefined")]
    [InlineData("_.get = () => 42; _.get({}, 'a')")]
    [InlineData("moment.fn.format = () => 42; moment().format() === 42 || undefined")]
    [InlineData("Object.freeze.x = 1; Object.freeze.x")]
    [InlineData("this.constructor.prototype.polluted = 1; ({}).polluted")]
    [InlineData("arguments")]
    public void Shared_built_ins_cannot_be_changed(string source)
    {
        try
        {
            Script.Body(source).IsUndefined.ShouldBeTrue();
        }
        catch (JsException)
        {
            // Refusing is as good as ignoring.
        }
        Script.Body("[({}).polluted, [].x, ({}).x].join()").AsString.ShouldBe(",,");
        Script.Body("Math.max(1, 2) + ' a '.trim() + _.get({ a: 1 }, 'a') + moment(0).utc().format('Y')").AsString.ShouldBe("2a11970");
    }

    [Fact]
    public void Two_scripts_share_nothing_but_what_the_host_gives_both()
    {
        var first = new JsScope();
        var second = new JsScope();
        var run = Script.Run();

        Script.Body("secret = 1; var other = 2; (function () { this.third = 3 })()", first, run);

        Script.Body("typeof secret + typeof other + typeof third + typeof this.third", second, run).AsString.ShouldBe("undefinedundefinedundefinedundefined");
    }

    [Fact]
    public void Keys_such_as_constructor_are_ordinary_data()
    {
        var scope = new JsScope();
        scope.Set("data", JsJson.FromNode(System.Text.Json.Nodes.JsonNode.Parse("""{"constructor":1,"__proto__":{"a":2},"hasOwnProperty":3,"toString":4}""")));

        Script.Json("[data.constructor, data['__proto__'].a, data.hasOwnProperty, Object.keys(data), data.a === undefined]", scope)
            .ShouldBe("""[1,2,3,["constructor","__proto__","hasOwnProperty","toString"],true]""");
    }

    [Theory]
    [InlineData("Date.now()", "1773568800000")]
    [InlineData("new Date().toISOString()", "\"2026-03-15T10:00:00.000Z\"")]
    [InlineData("Date().slice(0, 24)", "\"Sun Mar 15 2026 03:00:00\"")]
    [InlineData("moment().format()", "\"2026-03-15T03:00:00-07:00\"")]
    [InlineData("_.now()", "1773568800000")]
    public void The_only_clock_is_the_hosts(string source, string expected) => Script.Json(source).ShouldBe(expected);

    [Fact]
    public void What_the_host_throws_passes_through_the_script()
    {
        var scope = new JsScope();
        scope.SetFunction("fail", _ => throw new InvalidOperationException("a bug of the host"));

        Should.Throw<InvalidOperationException>(() => Script.Body("try { fail() } catch (e) { 1 } finally { 2 }", scope));
    }

    [Fact]
    public void One_script_serves_many_threads()
    {
        var script = JsScript.ParseBody("let s = 0; for (const x of data) s += _.get({ a: { b: x } }, 'a.b') + /\\d/.exec('7').index; s");

        Parallel.For(0, 200, i =>
        {
            var scope = new JsScope();
            scope.Set("data", new JsArray(Enumerable.Range(0, i).Select(n => (JsValue)n)));
            script.Evaluate(Script.Run(), scope).AsNumber.ShouldBe(i * (i - 1) / 2);
        });
    }
}
