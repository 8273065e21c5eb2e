using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresPlaceTests(PostgresDatabases databases) : PlaceContract(databases);
