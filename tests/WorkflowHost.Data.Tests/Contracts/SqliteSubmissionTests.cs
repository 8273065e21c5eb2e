using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public sealed class SqliteSubmissionTests() : SubmissionContract(new SqliteDatabases());
