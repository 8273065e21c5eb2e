using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Model;

public sealed class SqliteSchemaTests() : SchemaContract(new SqliteDatabases())
{
    protected override string DescriptionSql =>
        """
        SELECT 'column', m.name, c.name, c.type, c."notnull", c.pk FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
        UNION ALL
        SELECT 'index', tbl_name, name, COALESCE(sql, ''), 0, 0 FROM sqlite_master
        WHERE type = 'index' AND name NOT LIKE 'sqlite%'
        """;
}
