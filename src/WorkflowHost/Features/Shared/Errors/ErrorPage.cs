namespace WorkflowHost.Features.Shared.Errors;

/// <param name="Reference">What the operator searches the log for.</param>
public sealed record ErrorPage(int Status, string Reference)
{
    /// <summary>Which text fits; every unlisted status is told as a fault of ours.</summary>
    public string Key => Status switch
    {
        400 => "error.400",
        403 => "error.403",
        404 => "error.404",
        409 => "error.409",
        429 => "error.429",
        _ => "error.500",
    };
}
