using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public sealed class SqlitePlaceTests() : PlaceContract(new SqliteDatabases());
