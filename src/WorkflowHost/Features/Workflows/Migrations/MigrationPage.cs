using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Features.Workflows.Migrations;

/// <param name="Remaining">Running instances not yet dealt with; meaningful while it is carried out.</param>
/// <param name="CanUndo">Whether its window is open.</param>
public sealed record MigrationPage(
    InstanceMigration Migration,
    string Name,
    int Remaining,
    bool CanUndo,
    PageOf<MigrationPageRow> Rows,
    string? Refusal);

public sealed record MigrationPageRow(MigratedInstance Instance, IReadOnlyList<MigrationReason> Reasons);
