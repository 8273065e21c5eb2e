using System.Collections.Concurrent;

namespace Formio.Scripting;

/// <summary>The formulas of one form, parsed once; variants that logic makes of a component find theirs here.</summary>
internal sealed class ScriptCache
{
    // Logic can write new code into a component; a form does not have this many of its own.
    private const int Most = 5_000;

    private readonly ConcurrentDictionary<(string Code, string Variable, string? Preset), Script> _scripts = new();

    public Script Get(string code, string variable, string? preset)
    {
        if (_scripts.Count > Most) _scripts.Clear();
        return _scripts.GetOrAdd(
            (code, variable, preset), static key => new Script(key.Code, key.Variable, key.Preset));
    }
}
