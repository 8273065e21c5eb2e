using System.Text.Json.Nodes;
using AutoMapper;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Data.Queries;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Instances;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Journal;

/// <summary>The viewer's journal, badges and execution details (elsa-studio-contract 2.5 and 2.6).</summary>
public static class JournalEndpoints
{
    public static void MapJournal(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-instances/{id}/journal", FilteredAsync);
        api.MapGet("/workflow-instances/{id}/journal", (
            string id, HttpRequest request, WorkDb db, InstanceReading reading, IMapper mapper, CancellationToken ct) =>
            PageAsync(id, JournalFilter.Read(null), request, db, reading, mapper, ct));
        var executions = api.MapGroup("/activity-executions");
        executions.MapPost("/report", ReportAsync);
        executions.MapGet("/list", RecordsAsync);
        executions.MapGet("/by-id", ByIdAsync);
        executions.MapGet("/count", CountAsync);
        executions.MapGet("/{id}/call-stack", CallStackAsync);
        api.MapGet("/activity-execution-summaries/list", SummariesAsync);
    }

    private static async Task<IResult> FilteredAsync(
        string id, HttpRequest request, WorkDb db, InstanceReading reading, IMapper mapper, CancellationToken ct)
    {
        var body = request.ContentLength == 0 ? [] : await StudioJson.ReadObjectAsync(request, ct);
        return await PageAsync(id, JournalFilter.Read(body["filter"] as JsonObject), request, db, reading, mapper, ct);
    }

    private static async Task<IResult> PageAsync(
        string id, JournalFilter filter, HttpRequest request, WorkDb db, InstanceReading reading, IMapper mapper, CancellationToken ct)
    {
        if (await db.Instances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } instance)
            return Results.NotFound();
        var query = new StudioQuery(request.Query);
        var entries = (await db.JournalAsync(id, ct)).Where(filter.Accepts).ToList();
        var page = entries.Skip(query.Number("skip") ?? 0).Take(query.Number("take") ?? entries.Count);
        var isOpen = await reading.MayReadAsync(id, ct);
        var items = page.Select(e => mapper.Map<JournalRecord>((instance, e))).Select(r => isOpen ? r : HiddenValues.Of(r)).ToList();
        return StudioJson.Ok(new ItemPage<JournalRecord>(items, entries.Count));
    }

    private static async Task<IResult> ReportAsync(HttpRequest request, WorkDb db, CancellationToken ct)
    {
        var body = await StudioJson.ReadObjectAsync(request, ct);
        var records = await db.ActivityRecordsAsync(body.Text("workflowInstanceId") ?? "", ct);
        var nodeIds = body.Texts("activityNodeIds").ToHashSet(StringComparer.Ordinal);
        var wanted = nodeIds.Count == 0 ? records : records.Where(r => nodeIds.Contains(r.ActivityNodeId));
        return StudioJson.Ok(new { Stats = ActivityExecutionStats.Of(wanted) });
    }

    private static async Task<IResult> RecordsAsync(
        HttpRequest request, WorkDb db, InstanceReading reading, IMapper mapper, CancellationToken ct)
    {
        var (instanceId, records) = await AskedAsync(request, db, ct);
        var isOpen = await reading.MayReadAsync(instanceId, ct);
        return StudioJson.Ok(new ItemList<ActivityExecutionRecord>([.. records.Select(r => Record(instanceId, r, isOpen, mapper))]));
    }

    private static async Task<IResult> SummariesAsync(HttpRequest request, WorkDb db, IMapper mapper, CancellationToken ct)
    {
        var (instanceId, records) = await AskedAsync(request, db, ct);
        return StudioJson.Ok(new ItemList<ActivityExecutionSummary>(
            [.. records.Select(r => mapper.Map<ActivityExecutionSummary>((instanceId, r)))]));
    }

    private static async Task<(string InstanceId, IEnumerable<ActivityRecord> Records)> AskedAsync(
        HttpRequest request, WorkDb db, CancellationToken ct)
    {
        var query = new StudioQuery(request.Query);
        var instanceId = query.Text("workflowInstanceId") ?? "";
        var nodeId = query.Text("activityNodeId");
        var isCompleted = query.Flag("completed");
        var records = (await db.ActivityRecordsAsync(instanceId, ct))
            .Where(r => nodeId is null || r.ActivityNodeId == nodeId)
            .Where(r => isCompleted is null || r.CompletedAt is not null == isCompleted);
        return (instanceId, records);
    }

    private static ActivityExecutionRecord Record(string instanceId, ActivityRecord record, bool isOpen, IMapper mapper)
    {
        var shown = mapper.Map<ActivityExecutionRecord>((instanceId, record));
        return isOpen ? shown : HiddenValues.Of(shown);
    }

    private static async Task<IResult> CountAsync(HttpRequest request, WorkDb db, CancellationToken ct)
    {
        var query = new StudioQuery(request.Query);
        var records = await db.ActivityRecordsAsync(query.Text("workflowInstanceId") ?? "", ct);
        return StudioJson.Ok(new { Count = records.Count });
    }

    private static async Task<IResult> ByIdAsync(
        HttpRequest request, WorkDb db, InstanceReading reading, IMapper mapper, CancellationToken ct)
    {
        if (ExecutionId.Parse(new StudioQuery(request.Query).Text("id")) is not { } id)
            return Results.NotFound();
        var records = await db.ActivityRecordsAsync(id.InstanceId, ct);
        return records.FirstOrDefault(r => r.Id == id.RecordId) is { } record
            ? StudioJson.Ok(Record(id.InstanceId, record, await reading.MayReadAsync(id.InstanceId, ct), mapper))
            : Results.NotFound();
    }

    // From the workflow down to the record that is asked for.
    private static async Task<IResult> CallStackAsync(
        string id, HttpRequest request, WorkDb db, InstanceReading reading, IMapper mapper, CancellationToken ct)
    {
        if (ExecutionId.Parse(id) is not { } wanted)
            return Results.NotFound();
        var byId = (await db.ActivityRecordsAsync(wanted.InstanceId, ct)).ToDictionary(r => r.Id);
        var stack = new List<ActivityRecord>();
        for (var next = byId.GetValueOrDefault(wanted.RecordId); next is not null && !stack.Contains(next);
             next = byId.GetValueOrDefault(next.SchedulingActivityExecutionId ?? ""))
        {
            stack.Insert(0, next);
        }

        if (stack.Count == 0)
            return Results.NotFound();
        var isOpen = await reading.MayReadAsync(wanted.InstanceId, ct);
        var query = new StudioQuery(request.Query);
        var page = stack.Skip(query.Number("skip") ?? 0).Take(query.Number("take") ?? stack.Count);
        return StudioJson.Ok(new
        {
            ActivityExecutionId = id,
            Items = page.Select(r => Record(wanted.InstanceId, r, isOpen, mapper)).ToList(),
            TotalCount = stack.Count,
        });
    }
}
