namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>The person at the designer, as versions and audit entries name them.</summary>
public sealed class Designer(IHttpContextAccessor accessor)
{
    public string Name => accessor.HttpContext?.User.Identity?.Name ?? "";
}
