using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Files;

/// <summary>
/// A file about somebody or something: a person, a household, a centre, a donation, whatever the plan's case types say.
/// Change it only through <see cref="World.ICaseWorld"/>, which keeps title, search text and identity keys in step.
/// </summary>
public sealed class Case
{
    /// <summary>Id, version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>Key of the case type.</summary>
    public required string Type { get; init; }

    /// <summary>Number for people to say aloud, <c>PER-000042</c>; unique, gaps are normal.</summary>
    public required string Folio { get; init; }

    /// <summary>Made from the type's title template.</summary>
    public string Title { get; set; } = "";

    /// <summary>Key of a state of the type.</summary>
    public string State { get; set; } = "";

    /// <summary>Whether that state is an open one.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Site the case belongs to now, or null.</summary>
    public string? SiteKey { get; set; }

    /// <summary>The fields, a JSON object.</summary>
    public string DataJson { get; set; } = "{}";

    /// <summary>Lower-case, accent-free text of folio, title and search fields.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who created it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it last went into a state that is not open; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Grows by one with every change; a change based on an older number is refused.</summary>
    public long Revision { get; set; }

    /// <summary>The fields as a fresh tree; changing it changes nothing here.</summary>
    public JsonObject Data() => JsonText.Object(DataJson);
}
