using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace WorkflowHost.Data.Migrations;

/// <summary>
/// Numbers the cases that share a key, so that two registrations in the same instant collide. Which of the old keys are
/// identities only the plan knows; they keep -1 and are numbered when their case is next written.
/// </summary>
[DbContext(typeof(WorkDb))]
[Migration("0004_CaseIdentityGuard")]
internal sealed class M0004CaseIdentityGuard : Migration
{
    private const string Index = "ix_case_identities_case_type_name_value_ordinal";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("ordinal", "case_identities", nullable: false, defaultValue: -1);
        migrationBuilder.CreateIndex(
            Index, "case_identities", ["case_type", "name", "value", "ordinal"], unique: true, filter: "ordinal >= 0");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(Index, "case_identities");
        migrationBuilder.DropColumn("ordinal", "case_identities");
    }
}
