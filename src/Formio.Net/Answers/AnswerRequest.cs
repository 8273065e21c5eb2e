using System.Text.Json.Nodes;

namespace Formio.Answers;

/// <summary>What answers are wanted: the same request always gives the same answers.</summary>
public sealed record AnswerRequest
{
    /// <summary>Another number, other answers.</summary>
    public required long Seed { get; init; }

    /// <summary>What the form opens with; values that are there stay unless a rule refuses them. Not changed.</summary>
    public JsonObject Begun { get; init; } = [];

    /// <summary>Rows of the first list at the top of the form; null keeps those it begins with, or draws a number.</summary>
    public int? Rows { get; init; }

    /// <summary>Clock, zone and limits the answers are judged with.</summary>
    public SubmissionContext Context { get; init; } = new();
}
