namespace Formio.Checks;

/// <summary>The checks there are, by name.</summary>
internal static class CheckBook
{
    private static readonly Dictionary<string, IValueCheck> All =
        new IValueCheck[] { new Curp(), new Rfc() }.ToDictionary(check => check.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    public static IValueCheck? Find(string? name) => name is null ? null : All.GetValueOrDefault(name);
}
