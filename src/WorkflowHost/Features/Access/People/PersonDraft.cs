using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Features.Access.People;

/// <summary>What is typed to add a person.</summary>
public sealed class PersonDraft
{
    [Required, StringLength(100)]
    public string? Name { get; set; }

    [Required, StringLength(256), EmailAddress]
    public string? Email { get; set; }
}
