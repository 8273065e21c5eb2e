using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkflowHost.Data.Mapping;

/// <summary>A list of texts as JSON text, on both databases (PostgreSQL would use an array).</summary>
internal sealed class TextListConverter() : ValueConverter<IReadOnlyList<string>, string>(
    list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
    text => JsonSerializer.Deserialize<List<string>>(text, JsonSerializerOptions.Default)!) // never the JSON null
{
    public static ValueComparer<IReadOnlyList<string>> Comparer { get; } = new(
        (a, b) => a!.SequenceEqual(b!), // the property is not nullable
        list => list.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)),
        list => list.ToList());
}
