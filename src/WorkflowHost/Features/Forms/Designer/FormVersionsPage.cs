using Formio;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>The versions of a form, newest first, and where the form is used.</summary>
public sealed record FormVersionsPage(string Key, string Title, IReadOnlyList<FormVersionRow> Versions, IReadOnlyList<FormUseRow> Uses);

/// <param name="Version">0 is the draft.</param>
/// <param name="Changes">Against the version before; null for the first.</param>
public sealed record FormVersionRow(int Version, DateTimeOffset At, string By, bool IsPublished, IReadOnlyList<FormChange>? Changes);

/// <summary>A step of a process that opens the form or speaks of its fields.</summary>
/// <param name="Opens">Whether people fill the form at this step.</param>
/// <param name="Fields">Fields of the form that its expressions name.</param>
public sealed record FormUseRow(string Workflow, string DefinitionId, string Step, bool Opens, IReadOnlyList<string> Fields);
