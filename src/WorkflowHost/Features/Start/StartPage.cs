using WorkflowHost.Features.Shared.Forms;

namespace WorkflowHost.Features.Start;

/// <summary>A form that begins something.</summary>
public sealed record StartPage(string Title, FormSheet Sheet);
