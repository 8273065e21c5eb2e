using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowHost.Replay;

/// <summary>Reads a scenario; unknown members are refused, because a misspelt rule would silently change the wave.</summary>
public static class ScenarioFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.Strict,
    };

    public static Scenario Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var scenario = JsonSerializer.Deserialize<Scenario>(stream, Json)
                ?? throw new ScenarioException($"{path}: empty");
            return Check(scenario, path);
        }
        catch (JsonException e)
        {
            throw new ScenarioException($"{path}: {e.Path}: {e.Message}", e);
        }
    }

    private static Scenario Check(Scenario scenario, string path)
    {
        if (scenario.Arrival.Count == 0 || scenario.Arrival[^1].Total != scenario.People)
            throw new ScenarioException($"{path}: $.arrival: the last point must name all {scenario.People} people");
        for (var i = 1; i < scenario.Arrival.Count; i++)
        {
            if (scenario.Arrival[i].Total < scenario.Arrival[i - 1].Total
                || scenario.Arrival[i].Date <= scenario.Arrival[i - 1].Date)
                throw new ScenarioException($"{path}: $.arrival[{i}]: must be later and not smaller than the one before");
        }

        foreach (var start in scenario.Starts.Where(start => !scenario.Forms.ContainsKey(start.Form)))
            throw new ScenarioException($"{path}: $.starts: no answers for form '{start.Form}' under $.forms");
        return scenario;
    }
}
