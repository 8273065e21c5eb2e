using WorkflowHost.Features.Shared.Forms;

namespace WorkflowHost.Features.Start;

/// <summary>A form that begins something.</summary>
public sealed record StartPage(string Title, FormSheet Sheet);

/// <summary>A form that begins nothing any more.</summary>
public sealed record RetiredPage(string Key, string Title, DateTimeOffset? Since);
