using Formio.Values;

namespace Formio.Scripting;

/// <summary>A formula of form JSON: JavaScript text or a JSONLogic object.</summary>
internal sealed class Formula
{
    private readonly ScriptCache _cache;
    private readonly string? _preset;
    private Script? _script;

    private Formula(DataValue source, string variable, string? preset, ScriptCache cache)
    {
        Code = source.AsString;
        Logic = source;
        Variable = variable;
        _preset = preset;
        _cache = cache;
    }

    /// <summary>JavaScript, a function body; null for JSONLogic.</summary>
    public string? Code { get; }

    public DataValue Logic { get; }

    /// <summary>The variable whose value is the result.</summary>
    public string Variable { get; }

    /// <summary>The parsed code; only where there is <see cref="Code"/>.</summary>
    public Script Script => _script ??= _cache.Get(Code ?? "", Variable, _preset);

    /// <param name="source">The property of form JSON.</param>
    /// <param name="variable">The variable that holds the result.</param>
    /// <param name="preset">A literal the variable is set to before the code runs; null leaves what the context has.</param>
    /// <param name="cache">The form's cache.</param>
    public static Formula Of(DataValue source, string variable, ScriptCache cache, string? preset = null) =>
        new(source, variable, preset, cache);

    /// <summary>The same formula with other code, as interpolation makes it.</summary>
    public Script ScriptOf(string code) => new(code, Variable, _preset);
}
