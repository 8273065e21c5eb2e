using System.Text.Json.Nodes;

namespace WorkflowHost.Trials;

/// <summary>What somebody did in a trial, so that it can be done again.</summary>
public abstract record TrialStep
{
    private TrialStep()
    {
    }

    /// <summary>Filled a form that starts something.</summary>
    public sealed record Started(string Form, string? Site, JsonObject Data) : TrialStep;

    /// <summary>Answered a task.</summary>
    /// <param name="About">Title of the task's case; tells apart tasks of one form.</param>
    /// <param name="Data">What was answered beyond what the form opened with.</param>
    public sealed record Answered(string Form, string? About, JsonObject Data) : TrialStep;

    /// <summary>Let time pass.</summary>
    public sealed record Waited(TimeSpan For) : TrialStep;

    /// <summary>An event came from outside.</summary>
    public sealed record Told(string Event, JsonNode? Data) : TrialStep;
}
