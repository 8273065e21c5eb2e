using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresSubmissionTests(PostgresDatabases databases) : SubmissionContract(databases);
