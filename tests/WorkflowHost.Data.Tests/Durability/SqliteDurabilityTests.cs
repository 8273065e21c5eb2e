using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Durability;

public sealed class SqliteDurabilityTests() : DurabilityContract(new SqliteDatabases());
