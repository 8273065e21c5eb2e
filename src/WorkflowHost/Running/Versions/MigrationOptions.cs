using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Running.Versions;

/// <summary>Section <c>Migrations</c>: moving running instances to another version of their workflow.</summary>
public sealed class MigrationOptions
{
    public const string Section = "Migrations";

    /// <summary>How long a finished migration can be taken back.</summary>
    [Range(0, 24 * 90)] public int UndoWindowInHours { get; init; } = 24;

    /// <summary>Instances moved in one transaction.</summary>
    [Range(1, 200)] public int SliceSize { get; init; } = 25;
}
