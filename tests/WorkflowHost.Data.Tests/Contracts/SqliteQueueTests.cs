using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public sealed class SqliteQueueTests() : QueueContract(new SqliteDatabases());
