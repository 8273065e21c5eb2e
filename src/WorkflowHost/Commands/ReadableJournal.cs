using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Engine.Scenarios;

namespace WorkflowHost.Commands;

/// <summary>
/// The journal of a run in words: what each burst did, where it waits, what it holds. Steps are those of conformance lines, and
/// <c>{"advance": "01:00:00"}</c> moves the clock and resumes what is due.
/// </summary>
internal sealed class ReadableJournal(ScenarioHost host, TextWriter output)
{
    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    public ScenarioInstance Tell(string title, Func<ScenarioInstance> act)
    {
        output.WriteLine($"— {title}");
        host.Lines.Clear();
        var instance = act();
        foreach (var other in host.Instances)
            Tell(other, isRoot: other == instance);
        foreach (var line in host.Lines)
            output.WriteLine($"  > {line}");
        return instance;
    }

    public void Tell(JsonNode? step, ScenarioInstance instance) => Tell(step?.ToJsonString() ?? "null", () =>
    {
        Take(step as JsonObject ?? [], instance);
        return instance;
    });

    private void Take(JsonObject step, ScenarioInstance instance)
    {
        if (step["resume"] is JsonObject resume)
            Resume(resume, instance);
        else if (step["publishEvent"] is JsonObject published)
            host.PublishEvent(published["name"]?.ToString() ?? "", published["payload"], published["correlationId"]?.ToString());
        else if (step.ContainsKey("cancel"))
            host.Send(instance, new CancelInstance("cancelled by a step"));
        else if (step.ContainsKey("runAgain"))
            host.Send(instance, new RunAgain());
        else if (TimeSpan.TryParse(step["advance"]?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var time))
            Advance(time);
        else
            output.WriteLine("  ! no such step: resume, publishEvent, cancel, runAgain or advance");
    }

    private void Resume(JsonObject resume, ScenarioInstance instance)
    {
        var activityId = resume["activityId"]?.ToString();
        var bookmark = instance.State.Bookmarks.FirstOrDefault(waiting => waiting.ActivityId == activityId);
        if (bookmark is null)
        {
            output.WriteLine($"  ! nothing waits at {activityId}");
            return;
        }
        var input = resume["input"]?.DeepClone() as JsonObject ?? [];
        if (resume.TryGetPropertyValue("taskResult", out var result) || bookmark.Name == "Elsa.RunTask")
            input[WorkflowInputKeys.RunTask] = result?.DeepClone();
        if (resume.TryGetPropertyValue("eventPayload", out var payload))
            input[WorkflowInputKeys.EventPayload] = payload?.DeepClone();
        host.Send(instance, new ResumeBookmark(bookmark.Id, input));
    }

    private void Advance(TimeSpan time)
    {
        host.Now += time;
        foreach (var instance in host.Instances.ToArray())
            foreach (var bookmark in instance.State.Bookmarks.Where(waiting => waiting.DueAt <= host.Now).ToArray())
                host.Send(instance, new ResumeBookmark(bookmark.Id, null));
    }

    private void Tell(ScenarioInstance instance, bool isRoot)
    {
        var seen = _told.GetValueOrDefault(instance.Id);
        if (seen == instance.Journal.Count)
            return;
        _told[instance.Id] = instance.Journal.Count;
        if (!isRoot)
            output.WriteLine($"  [{instance.State.DefinitionId} {instance.Id}]");
        foreach (var entry in instance.Journal.Skip(seen))
            output.WriteLine(Words(entry));
        var state = instance.State;
        output.WriteLine($"  = {state.SubStatus}{(state.CorrelationId is null ? "" : $", correlation {state.CorrelationId}")}{(state.Name is null ? "" : $", name {state.Name}")}");
        foreach (var bookmark in state.Bookmarks)
            output.WriteLine($"    waits at {bookmark.ActivityId} ({bookmark.Name}{(bookmark.DueAt is { } due ? $", due {due:u}" : "")})");
        foreach (var incident in state.Incidents)
            output.WriteLine($"    incident at {incident.ActivityId}: {incident.Message}");
        foreach (var variable in state.Variables)
            output.WriteLine($"    {variable.Key} = {variable.Value?.ToJsonString(EngineJson.Options) ?? "null"}");
        if (state.Output.Count > 0)
            output.WriteLine($"    output {state.Output.ToJsonString(EngineJson.Options)}");
    }

    private static string Words(JournalEntry entry)
    {
        var outcomes = entry.Payload?["Outcomes"] is JsonArray list
            ? $" → {string.Join(", ", list.Select(outcome => outcome?.ToString()))}"
            : "";
        var indent = new string(' ', 2 + 2 * entry.NodeId.Count(letter => letter == ':'));
        var message = entry.Message is { } text ? $": {text}" : "";
        return $"{indent}{entry.ActivityName ?? entry.ActivityId} ({entry.ActivityType}) {entry.EventName}{outcomes}{message}";
    }
}
