namespace WorkflowHost.Data.Tests.Databases;

/// <summary>Test classes of this collection share one server and run one after another.</summary>
[CollectionDefinition(PostgresDatabases.Collection)]
public sealed class PostgresCollection : ICollectionFixture<PostgresDatabases>;
