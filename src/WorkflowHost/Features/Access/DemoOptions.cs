namespace WorkflowHost.Features.Access;

/// <summary>Section <c>Demo</c>: people to try the product with. Only Development makes them.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Password of every demo person; it is printed at start.</summary>
    public string Password { get; set; } = "frontera-2021";

    /// <summary>Mail domain that tells demo people from real ones.</summary>
    public string Domain { get; set; } = "demo.local";
}
