namespace WorkflowHost.Cases.Access;

/// <summary>That a member of staff has a role at a site.</summary>
public sealed class RoleGrant
{
    /// <summary>Id, version 7.</summary>
    public Guid Id { get; init; } = OrderedId.Next();

    /// <summary>The member of staff.</summary>
    public Guid UserId { get; init; }

    /// <summary>Key of a role in the plan; unknown keys grant nothing.</summary>
    public required string Role { get; init; }

    /// <summary>Site key; null means every site.</summary>
    public string? SiteKey { get; init; }

    /// <summary>When it was granted.</summary>
    public DateTimeOffset GrantedAt { get; init; }

    /// <summary>Who granted it.</summary>
    public string GrantedBy { get; init; } = "";
}
