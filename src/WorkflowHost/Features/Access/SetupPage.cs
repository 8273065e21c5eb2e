using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Features.Access;

/// <summary>What the first administrator types.</summary>
public sealed class SetupPage
{
    public string? Token { get; set; }

    [Required, StringLength(100)]
    public string? Name { get; set; }

    [Required, StringLength(256), EmailAddress]
    public string? Email { get; set; }

    [Required, StringLength(256, MinimumLength = 12)]
    public string? Password { get; set; }

    public bool IsRefused { get; set; }
}
