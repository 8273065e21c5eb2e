using System.Diagnostics;
using System.Text.Json;

namespace JsExpressions.Tests.Language;

/// <summary>
/// Everything a hostile text was found or thought to try, on threads with little stack: an overflow would end the
/// whole process, and with it this test run. attacks.jsonl holds the programs.
/// </summary>
public class AttackTests
{
    private static readonly ExpressionLimits Limits =
        ExpressionLimits.Default with { MaxSteps = 1_000_000, MaxTime = TimeSpan.FromSeconds(1), MaxRegexTime = TimeSpan.FromMilliseconds(100) };

    [Fact]
    public void No_program_ends_the_process_or_runs_on()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", "attacks.jsonl")))
        {
            var program = JsonSerializer.Deserialize<string>(line) ?? "";
            var clock = Stopwatch.StartNew();

            OnSmallStack(256, () => Attempt(program)).ShouldBeNull(program);

            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), program);
        }
        Script.Body("[({}).x, [].x, Math.max(1, 2), ' a '.trim()].join()").AsString.ShouldBe(",,2,a");
    }

    [Theory]
    [InlineData(256)]
    [InlineData(1024)]
    public void No_depth_of_nesting_overflows_the_parser(int stackSizeInKilobytes)
    {
        string[] openings =
        [
            "(", "[", "{", "!", "x => ", "a ? ", "a = ", "if (1) ", "`${", "new ", "function f() {", "f(", "a**", "class A { x = ", "class A { static { ",
            "class A extends (", "function* g() { yield ", "async () => await ", "(a = ", "async (a = ", "({ a: ", "({ [", "[a, [", "a?.[", "a.b(", "l: ", "do ",
            "try {", "switch (1) { case 1: ", "x => { ", "(...[", "({a=", "var [", "var {a:", "typeof ", "1+", "a&&", "a??", "a,", "a=>a+", "/(/", "#x in ", "class A { #a; m() { #a in ",
        ];
        foreach (var opening in openings)
            foreach (var times in (int[])[100, 380, 1500, 60_000 / opening.Length])
                OnSmallStack(stackSizeInKilobytes, () => Attempt(string.Concat(Enumerable.Repeat(opening, times)))).ShouldBeNull(opening);
    }

    [Fact]
    public void A_text_beyond_64_KB_is_refused()
    {
        JsScript.TryParse(new string(' ', 65_537), JsGoal.Body, out _, out var error).ShouldBeFalse();

        error.Code.ShouldBe("too-long");
    }

    [Fact]
    public void A_cancelled_token_ends_an_evaluation()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var run = new JsRun(JsLibrary.Standard, new ExpressionBudget(ExpressionLimits.Default, TimeProvider.System, cancellation.Token), TimeProvider.System, TimeZoneInfo.Utc);

        Should.Throw<OperationCanceledException>(() => Script.Body("try { for (;;); } catch (e) {} finally { for (;;); }", run: run));
    }

    [Fact]
    public void A_seed_makes_chance_repeat()
    {
        JsRun Seeded() => new(JsLibrary.Forms, new ExpressionBudget(ExpressionLimits.Default, TimeProvider.System), TimeProvider.System, TimeZoneInfo.Utc) { Random = new Random(7) };

        Script.Json("[Math.random(), _.random(1, 100), _.shuffle([1, 2, 3, 4])]", run: Seeded())
            .ShouldBe(Script.Json("[Math.random(), _.random(1, 100), _.shuffle([1, 2, 3, 4])]", run: Seeded()));
    }

    /// <summary>Null for an outcome a host expects; else what went wrong.</summary>
    private static string? Attempt(string program)
    {
        try
        {
            if (!JsScript.TryParse(program, JsGoal.Body, out var script, out _)) return null;
            var run = new JsRun(JsLibrary.Forms, new ExpressionBudget(Limits, TimeProvider.System), TimeProvider.System, TimeZoneInfo.Utc);
            run.Settle(script.Evaluate(run, new JsScope()));
            return null;
        }
        catch (Exception exception) when (exception is JsException or JsBudgetExceededException)
        {
            return null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static string? OnSmallStack(int sizeInKilobytes, Func<string?> action)
    {
        string? result = null;
        var thread = new Thread(() => result = action(), sizeInKilobytes * 1024);
        thread.Start();
        thread.Join();
        return result;
    }
}
