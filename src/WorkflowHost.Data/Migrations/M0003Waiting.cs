using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace WorkflowHost.Data.Migrations;

/// <summary>Starts that exclude each other, events nobody waits for yet, and lanes in which messages go out.</summary>
[DbContext(typeof(WorkDb))]
[Migration("0003_Waiting")]
internal sealed class M0003Waiting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new TableSketch(migrationBuilder, "activation_claims")
            .Text("key", "instance_id")
            .Key("key");

        new TableSketch(migrationBuilder, "queued_stimuli")
            .Guid("id")
            .Instant("at")
            .Int("attempts")
            .OptionalText("correlation_id", "instance_id")
            .Text("hash", "input_json")
            .OptionalText("last_error")
            .Text("name", "state")
            .Key("id")
            .Index("hash");

        migrationBuilder.AddColumn<string>("lane", "outbox", nullable: false, defaultValue: "");
        migrationBuilder.CreateIndex("ix_outbox_lane_due_at", "outbox", ["lane", "due_at"], filter: "state = 'pending'");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_outbox_lane_due_at", "outbox");
        migrationBuilder.DropColumn("lane", "outbox");
        migrationBuilder.DropTable("queued_stimuli");
        migrationBuilder.DropTable("activation_claims");
    }
}
