using JsExpressions;

namespace Test262;

/// <summary>Runs a case the way test262 says: harness first, then the text, in sloppy and strict mode.</summary>
internal sealed class CaseRun(string harnessFolder)
{
    // A few cases walk all of Unicode.
    private static readonly ExpressionLimits Limits = ExpressionLimits.Default with { MaxSteps = 200_000_000, MaxTime = TimeSpan.FromSeconds(20) };

    private readonly Dictionary<string, JsScript> _harness = [];

    /// <summary>What is wrong; null when the case passes.</summary>
    public string? Failure(TestCase test)
    {
        foreach (var strict in test.StrictModes)
        {
            try
            {
                if (Failure(test, strict) is { } failure) return (strict ? "strict: " : "") + failure;
            }
            catch (Exception bug) when (bug is InvalidOperationException or IndexOutOfRangeException or NullReferenceException or InvalidCastException or ArgumentException or FormatException or OverflowException)
            {
                return "defect: " + bug;
            }
        }
        return null;
    }

    private string? Failure(TestCase test, bool strict)
    {
        var source = strict ? "\"use strict\";\n" + test.Text : test.Text;
        if (!JsScript.TryParse(source, JsGoal.Body, out var script, out var error))
            return test is { NegativePhase: "parse", NegativeType: "SyntaxError" } ? null : $"does not parse: {error.Message} ({error.Line}:{error.Column})";
        if (test.NegativePhase == "parse") return "parses";
        var run = new JsRun(JsLibrary.Standard, new ExpressionBudget(Limits, TimeProvider.System), TimeProvider.System, TimeZoneInfo.Utc);
        var scope = new JsScope();
        var printed = new List<string>();
        scope.SetFunction("print", args =>
        {
            printed.Add(args[0].ToString());
            return JsValue.Undefined;
        });
        try
        {
            if (!test.Flags.Contains("raw")) Prepare(test, run, scope);
            script.Evaluate(run, scope);
            run.Settle(JsValue.Undefined);
        }
        catch (JsException thrown)
        {
            return test.NegativePhase is not null && thrown.Name == test.NegativeType ? null : $"throws {Describe(thrown)} ({thrown.Line}:{thrown.Column})";
        }
        catch (JsBudgetExceededException exceeded)
        {
            return $"exceeds {exceeded.Limit}";
        }
        if (test.NegativePhase is not null) return "does not throw";
        if (!test.Flags.Contains("async")) return null;
        return printed.Contains("Test262:AsyncTestComplete") ? null : "async: " + (printed.Count == 0 ? "never done" : printed[0]);
    }

    // The harness throws errors of its own.
    private static string Describe(JsException thrown) =>
        thrown.Value.ObjectOrNull is { } error and not JsError ? $"Test262Error: {error.Get("message")}" : thrown.Message;

    private void Prepare(TestCase test, JsRun run, JsScope scope)
    {
        string[] files = ["sta.js", "assert.js", .. test.Flags.Contains("async") ? (string[])["doneprintHandle.js"] : [], .. test.Includes];
        foreach (var file in files)
        {
            if (!_harness.TryGetValue(file, out var script))
                _harness.Add(file, script = JsScript.ParseBody(File.ReadAllText(Path.Combine(harnessFolder, file))));
            script.Evaluate(run, scope);
        }
    }
}
