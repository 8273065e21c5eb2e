namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>
/// Something the writer thread does inside its transaction. <see cref="Run"/> answers whether to keep what it did; nobody
/// learns of the answer before <see cref="Acknowledge"/>, which comes after the commit is durable.
/// </summary>
internal abstract class WriterJob
{
    public abstract bool Run(SqliteLane lane);

    public abstract void Acknowledge();

    public abstract void Fail(Exception error);
}
