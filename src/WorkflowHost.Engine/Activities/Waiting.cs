using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>Asks the host for a task and waits for its result (elsa-semantics 3.4).</summary>
internal sealed class RunTaskActivity : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("RunTask", "Primitives", "Run Task", "Asks for a task and waits until it is done.") with
        {
            Inputs =
            [
                Describe.Input("TaskName", "String", "The name of the task."),
                Describe.Input("Payload", "ObjectDictionary", "Parameters of the task.", "dictionary") with { Order = 1 },
            ],
            Outputs =
            [
                Describe.Output("TaskId", "String", "The id of the task."),
                Describe.Output("Result", "Object", "What the task gave.") with { Order = 1 },
            ],
        };

    public override void Execute(ActivityContext context)
    {
        if (!context.HasInput("TaskName"))
            throw new ActivityFaultException("Exception", "TaskName is required.");
        var name = context.Get("TaskName") as string;
        var taskId = context.NewId();
        var bookmark = context.CreateBookmark(
            payload: new JsonObject { ["TaskId"] = taskId, ["TaskName"] = name },
            hashPayload: new JsonObject { ["TaskId"] = taskId });
        context.Set("TaskId", taskId);
        context.AddEffect(new RunTask(
            context.EffectKey("task"), taskId, name, context.InputNode("Payload"), bookmark.Id, context.ActivityId));
    }

    public override void Resume(ActivityContext context)
    {
        if (!context.ResumeInput.TryGetPropertyValue(WorkflowInputKeys.RunTask, out var result))
            throw new ActivityFaultException(
                "KeyNotFoundException", $"The given key '{WorkflowInputKeys.RunTask}' was not present in the dictionary.");
        context.Set("Result", ClrValues.FromNode(result));
    }
}

/// <summary>Waits for an event, or is started by one (elsa-semantics 3.5).</summary>
internal sealed class EventActivity : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Event", "Primitives", "Event", "Waits for an event.", ActivityKind.Trigger) with
        {
            Inputs = [Describe.Input("EventName", "String", "The name of the event.")],
            Outputs = [Describe.Output("Result", "Object", "What came with the event.")],
        };

    public override void Execute(ActivityContext context)
    {
        if (context.IsTriggerOfWorkflow)
            Resume(context);
        else
            context.CreateBookmark(payload: new JsonObject { ["EventName"] = context.Get("EventName") as string });
    }

    public override void Resume(ActivityContext context)
    {
        var payload = context.ResumeInput[WorkflowInputKeys.EventPayload];
        context.Set("Result", payload is null ? new JsonObject() : ClrValues.FromNode(payload));
        context.Complete();
    }

    public override JsonObject? TriggerPayload(TriggerContext context) => new() { ["EventName"] = context.Text("EventName") };
}

/// <summary>Publishes an event after the commit.</summary>
internal sealed class PublishEventActivity : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("PublishEvent", "Primitives", "Publish Event", "Publishes an event.") with
        {
            Inputs =
            [
                Describe.Input("EventName", "String", "The name of the event."),
                Describe.Input("CorrelationId", "String", "Only instances with this correlation id; empty for any."),
                Describe.Input("IsLocalEvent", "Boolean", "Only this instance.", "checkbox") with { DisplayName = "Local event" },
                Describe.Input("Payload", "Object", "What comes with the event."),
            ],
        };

    public override void Execute(ActivityContext context)
    {
        var correlationId = context.Get("CorrelationId") as string;
        context.AddEffect(new PublishEvent(
            context.EffectKey("event"),
            context.Get("EventName") as string ?? throw new ActivityFaultException("ArgumentNullException", "The event has no name."),
            ClrValues.ToNode(context.Get("Payload")),
            string.IsNullOrEmpty(correlationId) ? null : correlationId,
            context.Get("IsLocalEvent") is true ? context.InstanceId : null));
    }
}

/// <summary>Waits for a time.</summary>
internal sealed class Delay : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Delay", "Scheduling", "Delay", "Waits for some time.") with
        {
            Inputs = [Describe.Input("TimeSpan", "TimeSpan", "How long, as hh:mm:ss or P2D.", defaultValue: "00:01:00")],
        };

    public override void Execute(ActivityContext context)
    {
        var due = context.Now + (context.Get("TimeSpan") as TimeSpan? ?? TimeSpan.Zero);
        context.JournalData["ResumeAt"] = Times.Json(due);
        context.CreateBookmark(payload: new JsonObject { ["ResumeAt"] = Times.Json(due) }, dueAt: due);
    }
}

/// <summary>Starts or goes on at a time; one in the past goes on at once.</summary>
internal sealed class StartAt : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("StartAt", "Scheduling", "Start at", "Starts or goes on at a time.", ActivityKind.Trigger) with
        {
            Inputs = [Describe.Input("DateTime", "DateTimeOffset", "The time.")],
        };

    public override void Execute(ActivityContext context)
    {
        var due = context.Get("DateTime") as DateTimeOffset? ?? default;
        context.JournalData["ExecuteAt"] = Times.Json(due);
        if (!context.IsTriggerOfWorkflow && due > context.Now)
            context.CreateBookmark(payload: new JsonObject { ["ExecuteAt"] = Times.Json(due) }, dueAt: due);
    }

    public override JsonObject? TriggerPayload(TriggerContext context) =>
        DateTimeOffset.TryParse(context.Text("DateTime"), CultureInfo.InvariantCulture, out var due)
            ? new JsonObject { ["ExecuteAt"] = Times.Json(due) }
            : null;
}

/// <summary>Starts at an interval; in the middle it waits once.</summary>
internal sealed class Timer : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Timer", "Scheduling", "Timer", "Starts again and again at an interval.", ActivityKind.Trigger) with
        {
            Inputs = [Describe.Input("Interval", "TimeSpan", "The interval, as hh:mm:ss.", defaultValue: "00:01:00")],
        };

    public override void Execute(ActivityContext context)
    {
        if (context.IsTriggerOfWorkflow)
            return;
        var due = context.Now + (context.Get("Interval") as TimeSpan? ?? TimeSpan.Zero);
        context.JournalData["ResumeAt"] = Times.Json(due);
        context.CreateBookmark(payload: new JsonObject { ["ResumeAt"] = Times.Json(due) }, dueAt: due);
    }

    public override JsonObject? TriggerPayload(TriggerContext context)
    {
        var interval = TimeSpan.TryParse(context.Text("Interval"), CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : TimeSpan.FromMinutes(1);
        return new JsonObject
        {
            ["StartAt"] = Times.Json(context.Now + interval),
            ["Interval"] = interval.ToString("c", CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>Starts or goes on at the next time of a cron expression, seconds first, UTC.</summary>
internal sealed class CronActivity : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Cron", "Scheduling", "Cron", "Starts at the times of a cron expression.", ActivityKind.Trigger) with
        {
            Inputs = [Describe.Input("CronExpression", "String", "Seconds, minutes, hours, days, months, weekdays; UTC.")],
        };

    public override void Execute(ActivityContext context)
    {
        if (context.IsTriggerOfWorkflow)
            return;
        var expression = context.Get("CronExpression") as string;
        if (!Cron.TryParse(expression, out var cron) || cron.Next(context.Now) is not { } due)
            throw new ActivityFaultException("CronFormatException", $"'{expression}' is no cron expression that ever comes.");
        context.JournalData["ExecuteAt"] = Times.Json(due);
        context.CreateBookmark(
            payload: new JsonObject { ["ExecuteAt"] = Times.Json(due), ["CronExpression"] = expression }, dueAt: due);
    }

    public override JsonObject? TriggerPayload(TriggerContext context) =>
        new() { ["CronExpression"] = context.Text("CronExpression") };
}

internal static class Times
{
    public static string Json(DateTimeOffset time) => JsonSerializer.Serialize(time, EngineJson.Options).Trim('"');
}
