using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Shared.Forms;

/// <summary>A form to be filled in on a page: which version, where it goes, and what it opens with.</summary>
/// <param name="SubmitTo">Address the script posts the answers to.</param>
/// <param name="DraftName">Tells apart the drafts this browser keeps.</param>
/// <param name="Site">Preselected site when the person may choose one; null when there is nothing to choose.</param>
public sealed record FormSheet(
    string Key, int Version, string SubmitTo, string DraftName, JsonObject Prefill, IReadOnlyList<SiteChoice> Sites, string? Site = null)
{
    /// <summary>True: the answers are shown and nothing can be sent.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Proof of when it was begun and by which start, see <see cref="BegunForms"/>; null for a task.</summary>
    public string? Begun { get; init; }

    /// <summary>What a draft of it is called in a list; null for a task.</summary>
    public string? Title { get; init; }

    /// <summary>Address below which the form's files lie; null for those of the published versions.</summary>
    public string? Files { get; init; }
}

/// <summary>A site a person may fill a form for.</summary>
public sealed record SiteChoice(string Key, string Title);
