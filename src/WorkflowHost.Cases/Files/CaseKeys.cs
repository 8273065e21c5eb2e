using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Files;

/// <summary>The keys a case is found again by: its identity sets and its lookup fields, with normalised values.</summary>
public static class CaseKeys
{
    /// <summary>Name of an identity set: its fields joined with <c>+</c>.</summary>
    public static string NameOf(IReadOnlyList<string> fields) => string.Join('+', fields);

    /// <summary>Whether <c>FindBy</c> on that field can use the keys instead of reading every case of the type.</summary>
    public static bool IsIndexed(CaseType type, string field) =>
        type.Lookup.Contains(field) || type.Identity.Any(set => set.Count == 1 && set[0] == field);

    /// <summary>All keys of a case with that data; sets with an empty field give none.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(CaseType type, JsonObject data)
    {
        var keys = new List<(string Name, string Value)>();
        foreach (var fields in type.Identity.Concat(type.Lookup.Select(f => (IReadOnlyList<string>)[f])))
        {
            var name = NameOf(fields);
            if (ValueOf(fields, data) is { } value && !keys.Contains((name, value)))
                keys.Add((name, value));
        }

        return keys;
    }

    /// <summary>The normalised value of a set in that data, or null when a field is missing or empty.</summary>
    public static string? ValueOf(IReadOnlyList<string> fields, JsonObject data)
    {
        var parts = new string[fields.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = CaseText.Fold(CaseText.Of(data[fields[i]]));
            if (parts[i].Length == 0)
                return null;
        }

        return string.Join('|', parts);
    }
}
