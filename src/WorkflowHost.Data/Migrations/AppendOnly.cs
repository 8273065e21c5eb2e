using Microsoft.EntityFrameworkCore.Migrations;

namespace WorkflowHost.Data.Migrations;

/// <summary>Makes a table refuse changes and deletions, whoever asks.</summary>
internal static class AppendOnly
{
    public static void Protect(MigrationBuilder migration, string table)
    {
        if (migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            foreach (var change in new[] { "UPDATE", "DELETE" })
            {
                migration.Sql(
                    $"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} " +
                    $"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
            }

            return;
        }

        migration.Sql(
            $"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS " +
            $"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$;");
        migration.Sql(
            $"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} " +
            $"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse();");
    }
}
