using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowHost.Data;

namespace WorkflowHost.Content.Publications;

/// <summary>A publication as it is told.</summary>
/// <param name="Number">Given by the database.</param>
/// <param name="TakesBack">The publication that this one takes back.</param>
public sealed record PublicationRecord(
    int Number, PublicationKind Kind, DateTimeOffset At, string Actor, string Note, int? TakesBack, IReadOnlyList<PublicationItem> Items)
{
    private static readonly JsonSerializerOptions Options = new(ContentJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    public static PublicationRecord Read(StoredPublication stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new PublicationRecord(
            stored.Number, stored.Kind, stored.At, stored.Actor, stored.Note, stored.TakesBack,
            JsonSerializer.Deserialize<List<PublicationItem>>(stored.ItemsJson, Options) ?? []);
    }

    /// <summary>The row of an act; whoever publishes adds it to the transaction that publishes.</summary>
    public static StoredPublication Row(
        PublicationKind kind, string actor, DateTimeOffset now, IReadOnlyList<PublicationItem> items, string note = "", int? takesBack = null) => new()
    {
        Kind = kind, Actor = actor, At = now, Note = note, TakesBack = takesBack, ItemsJson = JsonSerializer.Serialize(items, Options),
    };
}
