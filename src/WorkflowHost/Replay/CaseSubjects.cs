using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Files;
using WorkflowHost.Data;

namespace WorkflowHost.Replay;

/// <summary>Recognises the people, households and items of the scenario in the cases that the workflows opened for them.</summary>
internal sealed class CaseSubjects
{
    private readonly Scenario _scenario;
    private readonly Dictionary<string, Dictionary<string, Subject>> _byType = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, Subject?> _known = new();

    public CaseSubjects(Scenario scenario, Population population)
    {
        _scenario = scenario;
        foreach (var (type, rule) in scenario.Subjects)
        {
            var subjects = new Dictionary<string, Subject>(StringComparer.Ordinal);
            foreach (var subject in population.Each(rule.Each))
            {
                if (!subjects.TryAdd(Key(rule.Match.Values, subject.Data), subject))
                    throw new ScenarioException($"$.subjects.{type}: two of '{rule.Each}' agree: {subject.Identity}");
            }

            _byType[type] = subjects;
        }
    }

    /// <summary>Subjects by case, for the cases given; null for cases that are nobody's (a newborn, a lease).</summary>
    public async Task<IReadOnlyDictionary<Guid, Subject?>> FindAsync(WorkDb db, IEnumerable<Guid> caseIds, CancellationToken ct)
    {
        var wanted = caseIds.Distinct().ToList();
        foreach (var chunk in wanted.Where(id => !_known.ContainsKey(id)).Chunk(200))
        {
            foreach (var found in await db.Cases.AsNoTracking().Where(c => chunk.Contains(c.Id)).ToListAsync(ct))
                _known[found.Id] = Find(found);
        }

        return wanted.ToDictionary(id => id, id => _known.GetValueOrDefault(id));
    }

    private Subject? Find(Case found) =>
        _byType.TryGetValue(found.Type, out var subjects)
            ? subjects.GetValueOrDefault(Key(_scenario.Subjects[found.Type].Match.Keys, found.Data()))
            : null;

    private static string Key(IEnumerable<string> names, JsonObject data) =>
        string.Join('\u001f', names.Select(name => data[name]?.ToString() ?? ""));
}
