using Microsoft.AspNetCore.Authorization;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>Words of the permissions vocabulary; some role of the person must list one of them.</summary>
public sealed record PermissionRequirement(params IReadOnlyList<string> AnyOf) : IAuthorizationRequirement;
