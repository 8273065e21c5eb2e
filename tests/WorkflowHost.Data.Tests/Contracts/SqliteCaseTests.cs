using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public sealed class SqliteCaseTests() : CaseContract(new SqliteDatabases());
