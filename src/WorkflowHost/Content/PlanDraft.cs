using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Content;

/// <summary>The plan as a designer sees it: the draft when there is one, else what is published.</summary>
/// <param name="Json">A fresh tree; changing it changes nothing stored.</param>
/// <param name="Base">Stands for exactly this text: whoever changes the plan says what their change is based on.</param>
/// <param name="Problems">Every mistake and warning of the whole plan, by path (<c>sites[2].capacity</c>).</param>
/// <param name="ChangedBy">Who last changed the draft; null when there is none.</param>
/// <param name="ChangedAt">When the draft was last changed; null when there is none.</param>
public sealed record PlanDraft(
    JsonObject Json, string Base, IReadOnlyList<PlanProblem> Problems, string? ChangedBy, DateTimeOffset? ChangedAt)
{
    public bool IsDraft => ChangedAt is not null;

    /// <summary>The entries of a list of the plan (<c>sites</c>, <c>roles</c>, …); empty when the plan has none.</summary>
    public IReadOnlyList<JsonObject> List(string name) => Json[name] is JsonArray list ? [.. list.OfType<JsonObject>()] : [];

    /// <summary>The entry with that key in a list of the plan, and where it stands; null when there is none.</summary>
    public (int Index, JsonObject Entry)? Find(string list, string key)
    {
        var entries = List(list);
        for (var i = 0; i < entries.Count; i++)
        {
            if ((string?)entries[i]["key"] == key)
                return (i, entries[i]);
        }

        return null;
    }

    /// <summary>The problems at a path and below it.</summary>
    public IReadOnlyList<PlanProblem> At(string path) =>
        [.. Problems.Where(p => p.Path == path || (p.Path.StartsWith(path, StringComparison.Ordinal) && p.Path[path.Length] is '.' or '['))];
}
