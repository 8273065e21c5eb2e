using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Tests.Running;

public sealed class SqliteDeadlineTests() : DeadlineContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresDeadlineTests(PostgresDatabases databases) : DeadlineContract(databases);
