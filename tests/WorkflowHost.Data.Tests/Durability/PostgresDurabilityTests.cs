using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Durability;

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresDurabilityTests(PostgresDatabases databases) : DurabilityContract(databases);
