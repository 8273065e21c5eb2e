using WorkflowHost.Data;

namespace WorkflowHost.Features.Workflows.Migrations;

/// <param name="Behind">Workflows with running instances on other versions than the published one.</param>
/// <param name="Past">The last migrations, newest first.</param>
public sealed record MigrationListPage(IReadOnlyList<WorkflowBehind> Behind, IReadOnlyList<MigrationLine> Past);

/// <param name="Counts">Running instances by version number.</param>
public sealed record WorkflowBehind(
    string DefinitionId, string Name, int Published, IReadOnlyList<KeyValuePair<int, int>> Counts);

public sealed record MigrationLine(InstanceMigration Migration, string Name);
