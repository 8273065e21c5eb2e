using Microsoft.AspNetCore.Authorization;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>One word of the permissions vocabulary; some role of the person must list it.</summary>
public sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;
