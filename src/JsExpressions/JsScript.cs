using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using JsExpressions.Evaluation;
using JsExpressions.Parsing;

namespace JsExpressions;

/// <summary>A text parsed once. Immutable and safe to share between threads: cache it and evaluate it as often as needed.</summary>
public sealed class JsScript
{
    private readonly ScriptCode _code;

    private JsScript(string source, JsGoal goal)
    {
        var text = new SourceText(source);
        var (root, freeNames) = Parser.Parse(text, goal);
        FreeNames = freeNames.ToFrozenSet();
        _code = ScriptCode.Compile(text, root, [.. freeNames]);
        Source = source;
        Goal = goal;
    }

    /// <summary>The text it was parsed from.</summary>
    public string Source { get; }

    /// <summary>What the text was parsed as.</summary>
    public JsGoal Goal { get; }

    /// <summary>Names the script uses without declaring them: what a host may have to bind.</summary>
    public IReadOnlySet<string> FreeNames { get; }

    /// <summary>Names declared by <c>let</c> or <c>const</c> at the top: a host whose names are parameters refuses a clash.</summary>
    public IReadOnlySet<string> LexicalNames => _code.LexicalNames;

    /// <summary>Parses one expression. Throws <see cref="JsSyntaxException"/>.</summary>
    public static JsScript ParseExpression(string source) => new(source, JsGoal.Expression);

    /// <summary>Parses statements. Throws <see cref="JsSyntaxException"/>.</summary>
    public static JsScript ParseBody(string source) => new(source, JsGoal.Body);

    /// <summary>Parses without throwing; exactly one of the results is not null.</summary>
    public static bool TryParse(
        string source, JsGoal goal, [NotNullWhen(true)] out JsScript? script, [NotNullWhen(false)] out JsSyntaxError? error)
    {
        script = null;
        error = null;
        try
        {
            script = new JsScript(source, goal);
            return true;
        }
        catch (JsSyntaxException exception)
        {
            error = exception.Error;
            return false;
        }
    }

    /// <summary>
    /// Evaluates in <paramref name="scope"/>. Throws <see cref="JsException"/> when the script throws and
    /// <see cref="JsBudgetExceededException"/> when the run's budget is spent.
    /// </summary>
    public JsValue Evaluate(JsRun run, JsScope scope)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(scope);
        return _code.Evaluate(run, scope);
    }
}
