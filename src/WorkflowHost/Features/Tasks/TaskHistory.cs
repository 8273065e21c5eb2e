using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Tasks;

/// <summary>What a task's deadline has done so far, out of the audit trail.</summary>
public sealed class TaskHistory(WorkDb db, PublishedContent content, IStringLocalizer<Texts> texts)
{
    private const int Most = 60;

    public async Task<IReadOnlyList<TaskMoment>> OfAsync(HumanTask task, CancellationToken stop)
    {
        if (task.DeadlineJson is null)
            return [];

        var id = task.Id.ToString();
        var entries = await db.Audit.AsNoTracking()
            .Where(entry => entry.Subject == "task" && entry.SubjectId == id)
            .OrderBy(entry => entry.Sequence)
            .Take(Most)
            .ToListAsync(stop);
        return [.. from entry in entries let words = Words(entry) where words is not null select new TaskMoment(entry.At, words)];
    }

    private string? Words(AuditEntry entry)
    {
        using var detail = JsonDocument.Parse(entry.DetailJson ?? "{}");
        var told = detail.RootElement;
        return entry.Action switch
        {
            "task.reminded" => texts["task.wasReminded", RoleOf(told, "role") ?? ""].Value,
            "task.escalated" when RoleOf(told, "to") is { } to => texts["task.wasEscalated", to, Level(told)].Value,
            "task.escalated" => texts["task.wasRaised", Level(told)].Value,
            "task.deadline_renewed" => texts["task.wasRenewed", entry.Actor].Value,
            _ => null,
        };
    }

    private static int Level(JsonElement told) => told.TryGetProperty("level", out var level) ? level.GetInt32() : 0;

    private string? RoleOf(JsonElement told, string name) =>
        told.TryGetProperty(name, out var role) && role.GetString() is { } key
            ? content.Current.Plan.FindRole(key)?.Title.In(ScreenLanguages.Current.Tag) ?? key
            : null;
}
