using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Assignment;

/// <summary>One way to answer the predicates of a table, and data that answers so.</summary>
internal sealed record AnswerKind(bool[] Answers, JsonObject Example);
