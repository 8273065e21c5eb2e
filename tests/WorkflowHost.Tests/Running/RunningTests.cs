using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Tests.Running;

public sealed class SqliteRunningTests() : RunningContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresRunningTests(PostgresDatabases databases) : RunningContract(databases);
