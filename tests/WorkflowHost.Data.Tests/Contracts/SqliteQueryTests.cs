using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public sealed class SqliteQueryTests() : QueryContract(new SqliteDatabases());
