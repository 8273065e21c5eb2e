using Formio.Values;

namespace Formio.Scripting;

/// <summary>A formula of form JSON: JavaScript text or a JSONLogic object.</summary>
internal sealed class Formula
{
    private Formula(string? code, DataValue logic, string variable, string? preset)
    {
        Code = code;
        Logic = logic;
        Variable = variable;
        Preset = preset;
    }

    /// <summary>JavaScript, a function body; null for JSONLogic.</summary>
    public string? Code { get; }

    public DataValue Logic { get; }

    /// <summary>The variable whose value is the result.</summary>
    public string Variable { get; }

    /// <summary>A literal the variable is set to before the code runs; null leaves what the context has.</summary>
    public string? Preset { get; }

    public static Formula Of(DataValue source, string variable, string? preset = null) =>
        new(source.AsString, source, variable, preset);
}
