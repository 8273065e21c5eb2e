using System.Globalization;

namespace JsExpressions.Tests.Differential;

/// <summary>
/// Random programs over the supported grammar: the same seed makes the same programs. They end (loops are counted),
/// stay small, and use neither chance nor the clock.
/// </summary>
internal sealed partial class ProgramGenerator(int seed)
{
    // Reproducible on every platform and version, unlike System.Random.
    private ulong _state = (ulong)seed * 2654435769 + 0x9E3779B97F4A7C15;
    private readonly List<string> _variables = [];
    private readonly List<string> _constants = [];
    private int _names;
    private int _loops;
    private int _functions;

    public string Program()
    {
        _variables.Clear();
        _constants.Clear();
        _names = _loops = _functions = 0;
        var lines = new List<string>();
        var count = 1 + Below(5);
        for (var i = 0; i < count; i++) lines.Add(Statement(3));
        lines.Add($"[{string.Join(", ", _variables.Concat(_constants).Append(Expression(3)))}]");
        return string.Join(Chance(20) ? "\n" : " ", lines);
    }

    private int Below(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)bound);
    }

    private bool Chance(int percent) => Below(100) < percent;

    private string Pick(IReadOnlyList<string> items) => items[Below(items.Count)];

    private string NewName() => "v" + (_names++).ToString(CultureInfo.InvariantCulture);

    private string Small() => (Below(9) - 3).ToString(CultureInfo.InvariantCulture);

    private string Positive() => Below(6).ToString(CultureInfo.InvariantCulture);

    private string AnyName() => _variables.Count + _constants.Count == 0 ? "undefined" : Pick([.. _variables, .. _constants]);

    private string VariableOr(string other) => _variables.Count == 0 ? other : Pick(_variables);
}
