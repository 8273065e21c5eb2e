using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Tests.Running;

public sealed class SqliteRetirementTests() : RetirementContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresRetirementTests(PostgresDatabases databases) : RetirementContract(databases);
