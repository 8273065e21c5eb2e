using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace WorkflowHost.Data.Migrations;

/// <summary>Moves of running instances to another version of their definition.</summary>
[DbContext(typeof(WorkDb))]
[Migration("0002_InstanceMigrations")]
internal sealed class M0002InstanceMigrations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new TableSketch(migrationBuilder, "instance_migrations")
            .Guid("id")
            .Flag("accepts_lost_answers")
            .Instant("created_at")
            .Text("created_by")
            .OptionalText("last_instance_id")
            .Text("definition_id")
            .OptionalInstant("finished_at")
            .Int("left_behind")
            .Text("mapping_json")
            .Int("moved")
            .Long("revision")
            .Text("state")
            .Int("taken_back", "to_version")
            .Text("to_version_id")
            .OptionalInstant("undo_until")
            .Key("id")
            .Index("definition_id");

        new TableSketch(migrationBuilder, "migrated_instances")
            .Guid("migration_id")
            .Text("instance_id")
            .Instant("at")
            .Int("from_version")
            .Text("from_version_id", "reasons_json", "result")
            .Long("revision_after")
            .OptionalBytes("state_before")
            .Key("migration_id", "instance_id")
            .Index("instance_id");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("migrated_instances");
        migrationBuilder.DropTable("instance_migrations");
    }
}
