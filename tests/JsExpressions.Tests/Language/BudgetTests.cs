using System.Diagnostics;

namespace JsExpressions.Tests.Language;

/// <summary>Everything a hostile expression may try ends cleanly, soon, and leaves the process as it was.</summary>
public class BudgetTests
{
    [Theory]
    [InlineData("MaxSteps", "for (;;);")]
    [InlineData("MaxSteps", "while (true) {}")]
    [InlineData("MaxSteps", "do { continue } while (1)")]
    [InlineData("MaxSteps", "for (const x of [1]) { for (;;) {} }")]
    [InlineData("MaxSteps", "try { for (;;) {} } catch (e) { 'caught' } finally { 'ran' }")]
    [InlineData("MaxSteps", "for (;;) { try { throw 1 } catch (e) {} }")]
    [InlineData("MaxSteps", "for (;;) { try { null.x } finally { continue } }")]
    [InlineData("MaxArrayLength", "const a = [1]; for (const x of a) a.push(x)")]
    [InlineData("MaxSteps", "[3, 2, 1].sort(() => { for (;;) {} })")]
    [InlineData("MaxSteps", "var o = { get x() { for (;;) {} } }; o.x")]
    [InlineData("MaxSteps", "var o = { get x() { return 1 } }; for (;;) o.x")]
    [InlineData("MaxSteps", "var o = { toString() { for (;;) {} } }; '' + o")]
    [InlineData("MaxSteps", "JSON.stringify({ toJSON() { for (;;) {} } })")]
    [InlineData("MaxSteps", "'aaaa'.replace(/a/g, () => { for (;;) {} })")]
    [InlineData("MaxSteps", "Array.from({ length: 900000 }, (_, i) => { for (let j = 0; j < 100; j++); })")]
    [InlineData("MaxSteps", "const m = new Map([[1, 1]]); m.forEach((v, k) => { m.delete(k); m.set(k, 1) })")]
    [InlineData("MaxSteps", "var s = 'x'.repeat(1e6); for (;;) s.indexOf('y')")]
    [InlineData("MaxSteps", "_.forEach(new Array(900000), () => { _.forEach('abcdefgh', () => 1) })")]
    [InlineData("MaxDepth", "(function f() { f() })()")]
    [InlineData("MaxDepth", "const f = () => f(); f()")]
    [InlineData("MaxDepth", "(function f() { try { f() } catch (e) { f() } finally { f() } })()")]
    [InlineData("MaxDepth", "var o = { get x() { return this.x } }; o.x")]
    [InlineData("MaxDepth", "var o = { toString() { return '' + this } }; '' + o")]
    [InlineData("MaxDepth", "function f() { [1].map(f) } f()")]
    [InlineData("MaxDepth", "function f() { new f() } f()")]
    [InlineData("MaxDepth", "function f() { return f.bind(null)() } f()")]
    [InlineData("MaxDepth", "function f() { return f.call(1) } f()")]
    [InlineData("MaxDepth", "function f() { 'a'.replace('a', f) } f()")]
    [InlineData("MaxAllocatedChars", "var f = () => 1; for (let i = 0; i < 100000; i++) f = f.bind(null); f()")]
    [InlineData("MaxDepth", "var a = []; for (let i = 0; i < 100000; i++) a = [a]; String(a)")]
    [InlineData("MaxDepth", "var a = []; for (let i = 0; i < 100000; i++) a = [a]; a.flat(Infinity)")]
    [InlineData("MaxDepth", "var a = []; for (let i = 0; i < 100000; i++) a = [a]; JSON.stringify(a)")]
    [InlineData("MaxDepth", "var a = {}; for (let i = 0; i < 100000; i++) a = { a }; _.cloneDeep(a)")]
    [InlineData("MaxDepth", "var a = {}; var b = {}; for (let i = 0; i < 100000; i++) { a = { a }; b = { a: b } } _.isEqual(a, b)")]
    [InlineData("MaxDepth", "JSON.parse('['.repeat(100000))")]
    [InlineData("MaxDepth", "JSON.parse('{\"a\":'.repeat(100000))")]
    [InlineData("MaxStringLength", "'x'.repeat(1e9)")]
    [InlineData("MaxStringLength", "'x'.padStart(1e9)")]
    [InlineData("MaxStringLength", "'x'.padEnd(2 ** 31, 'ab')")]
    [InlineData("MaxStringLength", "var s = 'x'; for (;;) s += s")]
    [InlineData("MaxStringLength", "var s = 'xxxxxxxx'; for (;;) s = `${s}${s}`")]
    [InlineData("MaxStringLength", "var s = 'x'.repeat(1e6); s.replace(/x/g, s)")]
    [InlineData("MaxStringLength", "var s = 'x'.repeat(1e6); s.replaceAll('x', '$`')")]
    [InlineData("MaxStringLength", "new Array(1e5).fill('x'.repeat(1000)).join()")]
    [InlineData("MaxStringLength", "_.repeat('x', 1e9)")]
    [InlineData("MaxArrayLength", "new Array(1e9)")]
    [InlineData("MaxArrayLength", "Array(4294967295)")]
    [InlineData("MaxArrayLength", "var a = []; a[4294967294] = 1")]
    [InlineData("MaxArrayLength", "var a = []; a.length = 4294967295")]
    [InlineData("MaxArrayLength", "Array.from({ length: 1e15 })")]
    [InlineData("MaxArrayLength", "Math.max.apply(null, { length: 1e9 })")]
    [InlineData("MaxArrayLength", "Array.prototype.map.call({ length: 2 ** 52 }, x => x)")]
    [InlineData("MaxArrayLength", "Object.defineProperty([], 4294967000, { value: 1, writable: true, enumerable: true, configurable: true })")]
    [InlineData("MaxArrayLength", "var a = new Array(1e6).fill(0); Math.max(...a, ...a)")]
    [InlineData("MaxArrayLength", "var a = new Array(6e5).fill(0); [...a, ...a]")]
    [InlineData("MaxArrayLength", "_.range(1e12)")]
    [InlineData("MaxAllocatedChars", "var a = []; for (;;) a = [a, a, a, a, a, a, a, a, a, a]")]
    [InlineData("MaxArrayLength", "var a = []; for (;;) a.push({})")]
    [InlineData("MaxAllocatedChars", "var a = [1, 2]; for (;;) a = a.concat(a).slice(0, 500000)")]
    [InlineData("MaxArrayLength", "var a = []; for (;;) a.push(() => a)")]
    [InlineData("MaxAllocatedChars", "for (let i = 0; ; i++) new Map([[i, new Array(1000)]])")]
    [InlineData("MaxAllocatedChars", "var s = 'x'.repeat(1e6), a = []; for (;;) a.push(s.slice(1))")]
    [InlineData("MaxAllocatedChars", "var s = 'ab'.repeat(1e5), a = []; for (;;) a.push(s.split(''))")]
    [InlineData("MaxAllocatedChars", "var o = {}; for (let i = 0; ; i++) o['k' + i] = i")]
    [InlineData("MaxAllocatedChars", "var s = 'x'.repeat(1e6); for (let i = 0; ; i++) encodeURIComponent(s)")]
    [InlineData("MaxRegexTime", "/^(a+)+$/.test('a'.repeat(40) + 'b')")]
    [InlineData("MaxRegexTime", "/(x+x+)+y/.exec('x'.repeat(60))")]
    [InlineData("MaxRegexTime", "'a'.repeat(50).replace(/(a|aa)+$(?!.)b/, '')")]
    public void An_endless_or_greedy_script_is_stopped(string limit, string source)
    {
        var clock = Stopwatch.StartNew();

        var limits = ExpressionLimits.Default with { MaxTime = TimeSpan.FromSeconds(30) };
        var run = new JsRun(JsLibrary.Forms, new ExpressionBudget(limits, TimeProvider.System), TimeProvider.System, TimeZoneInfo.Utc);

        var error = Should.Throw<JsBudgetExceededException>(() => Script.Body(source, run: run));

        error.Limit.ShouldBe(limit);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(35));
    }

    [Fact]
    public void Time_runs_out_by_the_hosts_clock()
    {
        var clock = new SlowClock();
        var run = new JsRun(JsLibrary.Standard, new ExpressionBudget(ExpressionLimits.Default, clock), clock, TimeZoneInfo.Utc);
        var scope = new JsScope();
        scope.SetFunction("wait", _ =>
        {
            clock.Now += TimeSpan.FromSeconds(1).Ticks;
            return JsValue.Undefined;
        });

        Should.Throw<JsBudgetExceededException>(() => Script.Body("for (;;) wait()", scope, run)).Limit.ShouldBe("MaxTime");
    }

    [Fact]
    public void All_evaluations_of_a_run_share_its_budget()
    {
        var run = Script.Run(ExpressionLimits.Default with { MaxSteps = 1000 });

        Should.Throw<JsBudgetExceededException>(() =>
        {
            for (var i = 0; i < 1000; i++) Script.Body("1; 2; 3", run: run);
        }).Limit.ShouldBe("MaxSteps");
    }

    [Fact]
    public void A_script_error_gives_the_depth_back()
    {
        var run = Script.Run();

        Script.Body("var n = 0; function deep(i) { if (i === 0) throw 1; deep(i - 1) } while (n < 100) { try { deep(100) } catch (e) { n++ } } n", run: run)
            .AsNumber.ShouldBe(100);
        for (var i = 0; i < 300; i++) Should.Throw<JsException>(() => Script.Body("(() => { throw 1 })()", run: run));

        Script.Body("deep = i => i && deep(i - 1); deep(200)", run: run);
    }

    [Theory]
    [InlineData("(", 10_000, "")]
    [InlineData("[", 10_000, "")]
    [InlineData("{", 10_000, "")]
    [InlineData("!", 10_000, "1")]
    [InlineData("- ", 10_000, "1")]
    [InlineData("1+", 10_000, "1")]
    [InlineData("a.b", 1, ".c")]
    [InlineData("x => ", 10_000, "1")]
    [InlineData("a ? ", 10_000, "1")]
    [InlineData("a = ", 10_000, "1")]
    [InlineData("if (1) ", 10_000, ";")]
    [InlineData("for (;;) ", 10_000, ";")]
    [InlineData("`${", 10_000, "")]
    [InlineData("new ", 10_000, "a")]
    [InlineData("function f() {", 10_000, "")]
    [InlineData("f(", 10_000, "")]
    [InlineData("a**", 10_000, "a")]
    [InlineData("a?.b", 10_000, "")]
    [InlineData("/(((((((((/;", 1, "")]
    [InlineData("l: ", 10_000, "")]
    [InlineData("({a:", 10_000, "")]
    [InlineData("var [", 10_000, "")]
    public void A_text_of_any_depth_is_parsed_or_refused(string part, int times, string end)
    {
        var text = string.Concat(Enumerable.Repeat(part, times)) + end;

        if (!JsScript.TryParse(text, JsGoal.Body, out var script, out var error)) error.Line.ShouldBe(1);
        else Should.NotThrow(() => script.FreeNames);
    }

    [Fact]
    public void A_regular_expression_of_any_depth_is_refused()
    {
        JsScript.TryParse($"/{new string('(', 5000)}{new string(')', 5000)}/", JsGoal.Expression, out _, out var error).ShouldBeFalse();

        error.Code.ShouldBe("invalid-regex");
    }

    private sealed class SlowClock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
