namespace WorkflowHost.Running.Versions;

/// <summary>What became of a command about a migration.</summary>
public abstract record MigrationAnswer
{
    private MigrationAnswer()
    {
    }

    /// <summary>Stored; the worker carries it out.</summary>
    public sealed record Begun(Guid Id) : MigrationAnswer;

    public sealed record NotFound : MigrationAnswer;

    /// <param name="Code"><c>migration.running</c>, <c>migration.names</c>, <c>migration.draft</c>, <c>migration.late</c>, <c>migration.state</c>.</param>
    public sealed record Refused(string Code) : MigrationAnswer;
}
