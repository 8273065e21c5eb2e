using System.Text.Json.Nodes;
using WorkflowHost.Engine.Scenarios;

namespace WorkflowHost.Engine.Tests.Scenarios;

/// <summary>One instance, told in a line: what each burst printed and how it ended.</summary>
public sealed class Scenario
{
    private Scenario(ScenarioHost host, ScenarioInstance instance)
    {
        Host = host;
        Instance = instance;
    }

    public ScenarioHost Host { get; }

    public ScenarioInstance Instance { get; }

    public WorkflowState State => Instance.State;

    public IEnumerable<string> Journal => Instance.Journal.Select(entry => $"{entry.ActivityId}.{entry.EventName}");

    public static EngineOptions Upstream(FlowchartMode mode) =>
        EngineOptions.ProfileL with { FlowchartMode = mode, Decisions = ElsaDecisions.Upstream };

    public static EngineOptions Ours(FlowchartMode mode) =>
        EngineOptions.ProfileL with { FlowchartMode = mode };

    public static Scenario Start(Chart chart, EngineOptions? options = null, StartWorkflow? start = null) => Start(chart.Json(), options, start);

    public static Scenario Start(string json, EngineOptions? options = null, StartWorkflow? start = null, Action<ScenarioHost>? prepare = null)
    {
        var host = new ScenarioHost(options);
        host.Registry.Add(new Wait());
        prepare?.Invoke(host);
        return new Scenario(host, host.Start(host.Publish(json), start));
    }

    /// <summary>Resumes the oldest wait of an activity.</summary>
    public Scenario Resume(string activityId, string? outcome = null)
    {
        var bookmark = State.Bookmarks.First(waiting => waiting.ActivityId == activityId);
        return Send(new ResumeBookmark(bookmark.Id, new JsonObject { ["outcome"] = outcome }));
    }

    public Scenario Send(WorkflowStimulus stimulus)
    {
        Host.Lines.Clear();
        Host.Send(Instance, stimulus);
        return this;
    }

    /// <summary>As the specification writes it: <c>Suspended [s,a] bm1 inc1</c>.</summary>
    public override string ToString()
    {
        var text = $"{State.SubStatus} [{string.Join(",", Host.Lines)}]";
        if (State.Bookmarks.Count > 0)
            text += $" bm{State.Bookmarks.Count}";
        if (State.Incidents.Count > 0)
            text += $" inc{State.Incidents.Count}";
        return text;
    }

    /// <summary>Runs <c>p=Ok q</c> one after the other and tells every burst.</summary>
    public static string Tell(Chart chart, EngineOptions options, string resumes)
    {
        var scenario = Start(chart, options);
        var bursts = new List<string> { scenario.ToString() };
        foreach (var resume in resumes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = resume.Split('=');
            if (!scenario.State.Bookmarks.Any(bookmark => bookmark.ActivityId == parts[0]))
                break;
            bursts.Add(scenario.Resume(parts[0], parts.Length > 1 ? parts[1] : null).ToString());
        }
        return string.Join(" > ", bursts);
    }
}
