using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Tests.Soak;

public sealed class SqliteRushTests() : RushContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresRushTests(PostgresDatabases databases) : RushContract(databases);
