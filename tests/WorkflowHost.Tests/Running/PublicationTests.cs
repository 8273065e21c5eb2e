using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Tests.Running;

public sealed class SqlitePublicationTests() : PublicationContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresPublicationTests(PostgresDatabases databases) : PublicationContract(databases);
