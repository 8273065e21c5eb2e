using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace WorkflowHost.Data.Migrations;

/// <summary>Who published what, when and why.</summary>
[DbContext(typeof(WorkDb))]
[Migration("0006_Publications")]
internal sealed class M0006Publications : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new TableSketch(migrationBuilder, "publications")
            .Numbered<int>("number")
            .Text("actor")
            .Instant("at")
            .Text("items_json", "kind", "note")
            .OptionalInt("takes_back")
            .Key("number");
        AppendOnly.Protect(migrationBuilder, "publications");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("publications");
}
