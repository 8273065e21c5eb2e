using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Tests.Running;

public sealed class SqliteMigrationTests() : MigrationContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresMigrationTests(PostgresDatabases databases) : MigrationContract(databases);
