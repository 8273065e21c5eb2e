using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace WorkflowHost.Data.Migrations;

/// <summary>Deadlines of tasks: what was promised when a task was opened, how far it has gone, and when it goes on.</summary>
[DbContext(typeof(WorkDb))]
[Migration("0005_TaskDeadlines")]
internal sealed class M0005TaskDeadlines : Migration
{
    private const string Tasks = "tasks";
    private const string EscalatedIndex = "ix_tasks_escalated_to";

    private static readonly string[] Columns =
    [
        "deadline_json", "deadline_step", "reminders", "reminded_at", "escalations", "escalated_at", "escalated_to",
        "escalated_from", "escalated_everywhere",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("deadline_json", Tasks, nullable: true);
        migrationBuilder.AddColumn<int>("deadline_step", Tasks, nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("reminders", Tasks, nullable: false, defaultValue: 0);
        AddInstant(migrationBuilder, "reminded_at");
        migrationBuilder.AddColumn<int>("escalations", Tasks, nullable: false, defaultValue: 0);
        AddInstant(migrationBuilder, "escalated_at");
        migrationBuilder.AddColumn<string>("escalated_to", Tasks, nullable: true);
        migrationBuilder.AddColumn<string>("escalated_from", Tasks, nullable: true);
        migrationBuilder.AddColumn<bool>("escalated_everywhere", Tasks, nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex(EscalatedIndex, Tasks, ["escalated_to"], filter: "state = 'open'");

        new TableSketch(migrationBuilder, "task_timers")
            .Guid("task_id")
            .Int("attempts")
            .OptionalInstant("claimed_until")
            .Instant("due_at")
            .Key("task_id")
            .Index("due_at");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("task_timers");
        migrationBuilder.DropIndex(EscalatedIndex, Tasks);
        foreach (var column in Columns)
            migrationBuilder.DropColumn(column, Tasks);
    }

    // An instant is a number on SQLite, see SqliteInstants.
    private static void AddInstant(MigrationBuilder migration, string name)
    {
        if (migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
            migration.AddColumn<long>(name, Tasks, nullable: true);
        else
            migration.AddColumn<DateTimeOffset>(name, Tasks, nullable: true);
    }
}
