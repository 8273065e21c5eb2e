using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>One version of what goes with forms and screens: <c>catalog</c>, <c>i18n</c>, <c>screen</c> or <c>example</c>; the highest version is in force.</summary>
public sealed class StoredContent
{
    public Guid Id { get; init; } = OrderedId.Next();

    /// <summary><c>catalog</c>, <c>i18n</c>, <c>screen</c> or <c>example</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>File name without extension: <c>paises</c>, <c>ht</c>, <c>registro.ht</c>.</summary>
    public required string Key { get; init; }

    public int Version { get; init; } = 1;

    public required string Json { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";
}
