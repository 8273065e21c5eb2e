using Microsoft.AspNetCore.Identity;

namespace WorkflowHost.Data;

/// <summary>Somebody who signs in. What they may do is in <see cref="Cases.Access.RoleGrant"/>, not in Identity's roles.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    /// <summary>Name on screens.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Language of the screens, two letters.</summary>
    public string Language { get; set; } = "es";

    /// <summary>False: may not sign in any more; the name stays in the audit trail.</summary>
    public bool IsActive { get; set; } = true;

    public DateTimeOffset CreatedAt { get; set; }
}
