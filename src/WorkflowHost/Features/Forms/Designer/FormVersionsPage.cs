using Formio;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>The versions of a form, newest first, and where the form is used.</summary>
public sealed record FormVersionsPage(string Key, string Title, IReadOnlyList<FormVersionRow> Versions, IReadOnlyList<FormUseRow> Uses)
{
    /// <summary>Null while the form was never published: there is nothing to retire.</summary>
    public FormRetiring? Retiring { get; init; }

    public IReadOnlyList<FormIndicator> Indicators { get; init; } = [];

    /// <summary>Published forms that hold this one inside.</summary>
    public IReadOnlyList<(string Key, string Title)> Holders { get; init; } = [];
}

/// <summary>An indicator that counts what a process with this form records.</summary>
/// <param name="Workflow">The process, by name.</param>
public sealed record FormIndicator(string Key, string Title, string Workflow);

/// <summary>Whether a form is retired, and what stands in the way of it or would close with it.</summary>
/// <param name="Steps">Steps of published processes that open it: it cannot be retired while there are any.</param>
/// <param name="Starts">Published processes that start by it.</param>
/// <param name="OpenTasks">Tasks that began with it and can still be done.</param>
public sealed record FormRetiring(bool IsRetired, IReadOnlyList<FormStep> Steps, IReadOnlyList<FormStep> Starts, int OpenTasks);

/// <param name="Version">0 is the draft.</param>
/// <param name="Changes">Against the version before; null for the first.</param>
public sealed record FormVersionRow(int Version, DateTimeOffset At, string By, bool IsPublished, IReadOnlyList<FormChange>? Changes);

/// <summary>A step of a process that opens the form or speaks of its fields.</summary>
/// <param name="Opens">Whether people fill the form at this step.</param>
/// <param name="Fields">Fields of the form that its expressions name.</param>
public sealed record FormUseRow(string Workflow, string DefinitionId, string Step, bool Opens, IReadOnlyList<string> Fields);
