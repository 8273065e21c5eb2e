using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkflowHost.Content;

namespace WorkflowHost.Trials;

/// <summary>
/// An example case: what is done, from the first form on, and what has to come of it. Kept with the content
/// (<c>workflows/examples/</c>) and lived through anew whenever something is published.
/// </summary>
public sealed record CaseExample
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = ContentJson.Options.Encoder,
    };

    /// <summary>Name of its file.</summary>
    public required string Key { get; init; }

    /// <summary>What it shows, in words.</summary>
    public required string Title { get; init; }

    /// <summary>When it begins. Fixed, so that nobody grows older with the years.</summary>
    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<ExampleStep> Steps { get; init; }

    /// <summary>What has to come of it; what is left out may be anything.</summary>
    public required CaseOutcome Expect { get; init; }

    /// <exception cref="JsonException">The text is no example case.</exception>
    public static CaseExample Parse(string json) =>
        JsonSerializer.Deserialize<CaseExample>(json, Format) ?? throw new JsonException("An example case is an object.");

    public JsonObject ToJson() => (JsonObject)JsonSerializer.SerializeToNode(this, Format)!; // a record gives an object
}

/// <summary>One thing that is done: exactly one of start, answer, wait and event is given.</summary>
public sealed record ExampleStep
{
    /// <summary>Key of the form that starts something.</summary>
    public string? Start { get; init; }

    /// <summary>Key of the form of the task that is answered.</summary>
    public string? Answer { get; init; }

    /// <summary>Title of the case the task is about; null takes the oldest task with that form.</summary>
    public string? About { get; init; }

    /// <summary>Site where the first form is filled.</summary>
    public string? Site { get; init; }

    /// <summary>What is answered; of a task, beyond what its form opens with.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>What the data does not say is made up by this number; null: the data is all.</summary>
    public long? Seed { get; init; }

    /// <summary>Minutes that pass.</summary>
    public long? Wait { get; init; }

    /// <summary>Name of an event that arrives.</summary>
    public string? Event { get; init; }

    /// <summary>What comes with the event.</summary>
    public JsonNode? Payload { get; init; }

    public static ExampleStep Of(TrialStep step) => step switch
    {
        TrialStep.Started start => new ExampleStep { Start = start.Form, Site = start.Site, Data = start.Data },
        TrialStep.Answered answer => new ExampleStep { Answer = answer.Form, About = answer.About, Data = answer.Data },
        TrialStep.Waited waited => new ExampleStep { Wait = (long)Math.Ceiling(waited.For.TotalMinutes) },
        TrialStep.Told told => new ExampleStep { Event = told.Event, Payload = told.Data },
        _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
    };
}
