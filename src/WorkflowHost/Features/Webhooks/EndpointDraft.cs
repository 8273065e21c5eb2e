using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Features.Webhooks;

/// <summary>What a person types to make an endpoint.</summary>
public sealed class EndpointDraft
{
    [Required, StringLength(2000)]
    public string? Url { get; set; }

    [StringLength(200)]
    public string? Description { get; set; }

    /// <summary>Event types; none means all.</summary>
    public IList<string> Events { get; init; } = [];
}
