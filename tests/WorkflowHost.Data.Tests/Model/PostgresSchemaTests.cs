using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Model;

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresSchemaTests(PostgresDatabases databases) : SchemaContract(databases)
{
    protected override string DescriptionSql =>
        """
        SELECT 'column', table_name, column_name, data_type, is_nullable, is_identity FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'index', tablename, indexname, indexdef, '', '' FROM pg_indexes
        WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        """;
}
