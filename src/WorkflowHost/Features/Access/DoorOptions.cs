using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Features.Access;

/// <summary>Section <c>Door</c>: how hard somebody may knock.</summary>
public sealed class DoorOptions
{
    public const string Section = "Door";

    /// <summary>Tries per minute and address at sign-in and setup; a whole site may share one address.</summary>
    [Range(1, 100_000)] public int TriesPerMinute { get; set; } = 30;
}
