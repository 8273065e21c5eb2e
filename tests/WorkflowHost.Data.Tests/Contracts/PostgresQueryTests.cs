using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresQueryTests(PostgresDatabases databases) : QueryContract(databases);
