using System.Globalization;

namespace WorkflowHost.Features.Workflows.Wire;

/// <summary>
/// A query string as Studio writes it: names in any case, booleans <c>True</c>/<c>False</c>, lists as repeated names,
/// and an empty value where it means none.
/// </summary>
public readonly struct StudioQuery(IQueryCollection query)
{
    public string? Text(string name) => query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool? Flag(string name) => bool.TryParse(Text(name), out var flag) ? flag : null;

    public IReadOnlyList<string> Many(string name) => [.. query[name].Where(v => !string.IsNullOrEmpty(v)).Select(v => v!)];
}
