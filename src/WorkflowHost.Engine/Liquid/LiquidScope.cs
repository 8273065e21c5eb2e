using System.Globalization;
using System.Text.Encodings.Web;

namespace WorkflowHost.Engine.Liquid;

/// <summary>Names of one rendering: what the template assigns, else what the host offers. Nothing of .NET can be reached.</summary>
internal sealed class LiquidScope(Func<string, object?> host, DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture, TextEncoder? encoder)
{
    private readonly List<Dictionary<string, object?>> _scopes = [new(StringComparer.Ordinal)];

    public DateTimeOffset Now => now;

    public TimeZoneInfo Zone => zone;

    public CultureInfo Culture => culture;

    public TextEncoder? Encoder => encoder;

    public LiquidLimits Limits { get; } = new();

    public object? Get(string name)
    {
        for (var index = _scopes.Count - 1; index >= 0; index--)
            if (_scopes[index].TryGetValue(name, out var value))
                return value;
        return host(name);
    }

    /// <summary>Assigns for the rest of the template.</summary>
    public void Set(string name, object? value)
    {
        CheckSize(value);
        _scopes[0][name] = value;
    }

    /// <summary>Sets a name of the innermost loop.</summary>
    public void SetLocal(string name, object? value) => _scopes[^1][name] = value;

    public void Enter()
    {
        if (_scopes.Count > LiquidLimits.MaxNesting)
            throw new ActivityFaultException("Limit", $"Loops of the template are nested deeper than {LiquidLimits.MaxNesting}.");
        _scopes.Add(new Dictionary<string, object?>(StringComparer.Ordinal));
    }

    public void Leave() => _scopes.RemoveAt(_scopes.Count - 1);

    private static void CheckSize(object? value)
    {
        if (value is string or LiquidMarkup)
            LiquidLimits.CheckLength(value.ToString()!.Length); // never null for these two
        else if (value is IReadOnlyList<object?> items)
            LiquidLimits.CheckItems(items.Count);
    }
}
