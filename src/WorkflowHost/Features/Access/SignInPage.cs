using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Features.Access;

/// <summary>What a person types at the door, and what is told back.</summary>
public sealed class SignInPage
{
    [Required, StringLength(256)]
    public string? User { get; set; }

    [Required, StringLength(256), DataType(DataType.Password)]
    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary>Key of the text that says why the door stayed shut; null before the first try.</summary>
    public string? Refusal { get; set; }
}
