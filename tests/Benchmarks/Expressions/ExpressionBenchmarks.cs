using BenchmarkDotNet.Attributes;
using JsExpressions;
using Jint;

namespace Benchmarks.Expressions;

/// <summary>
/// The same texts in this engine and in Jint 2.10.4 (the only Jint in the registry; ECMAScript 5): a condition and a
/// calculation of a form, a loop, and work on texts. Both have parsed beforehand; Jint reuses one engine.
/// <c>dotnet run -c Release --project tests/Benchmarks -- --filter '*ExpressionBenchmarks*' --job short</c>
/// </summary>
[MemoryDiagnoser]
public class ExpressionBenchmarks
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["condition"] = "data.kind === 'family' && data.members.length > 3",
        ["calculation"] = "value = (+data.a || 0) + (+data.b || 0) * 1.16; value.toFixed(2)",
        ["reduce"] = "data.members.reduce(function (sum, m) { return sum + m.age; }, 0)",
        ["loop"] = "var s = 0; for (var i = 0; i < 1000; i++) { s += i % 7; } s",
        ["text"] = "data.name.trim().toUpperCase().split(' ').map(function (w) { return w.charAt(0); }).join('.')",
        ["pattern"] = "/^[A-Z]{4}\\d{6}[A-Z0-9]{3}$/.test(data.rfc)",
    };

    private const string Data =
        """{"kind":"family","a":"12.5","b":3,"name":"  ana maria lopez ","rfc":"LOAA900101AB1","members":[{"age":31},{"age":8},{"age":4},{"age":2}]}""";

    private readonly JsScope _scope = new();
    private JsScript _script = JsScript.ParseExpression("0");
    private Engine _jint = new();
    private Jint.Parser.Ast.Program? _program;

    [Params("condition", "calculation", "reduce", "loop", "text", "pattern")]
    public string Text { get; set; } = "condition";

    [GlobalSetup]
    public void Prepare()
    {
        _script = JsScript.ParseBody(Texts[Text]);
        _scope.Set("data", JsJson.FromNode(System.Text.Json.Nodes.JsonNode.Parse(Data)));
        _jint = new Engine();
        _jint.Execute($"var data = {Data}; var value;");
        _program = new Jint.Parser.JavaScriptParser().Parse(Texts[Text]);
    }

    [Benchmark(Baseline = true)]
    public JsValue Here()
    {
        var run = new JsRun(JsLibrary.Forms, new ExpressionBudget(ExpressionLimits.Default, TimeProvider.System), TimeProvider.System, TimeZoneInfo.Utc);
        return _script.Evaluate(run, _scope);
    }

    [Benchmark]
    public object JintTwo() => _jint.Execute(_program).GetCompletionValue();

    [Benchmark]
    public JsScript Parse() => JsScript.ParseBody(Texts[Text]);
}
