using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public sealed class SqliteRunTests() : RunContract(new SqliteDatabases());
