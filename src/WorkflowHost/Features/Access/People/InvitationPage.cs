namespace WorkflowHost.Features.Access.People;

/// <summary>Where somebody chooses their password.</summary>
/// <param name="User">What they will type to enter.</param>
public sealed record InvitationPage(string? Token, string Name, string? User, bool IsRefused);
