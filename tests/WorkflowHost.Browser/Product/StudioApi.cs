using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace WorkflowHost.Browser.Product;

/// <summary>What the server has, asked for from a page of Studio with the person's own session.</summary>
public sealed class StudioApi(IPage page)
{
    public async Task<JsonObject> GetAsync(string path) => await CallAsync("GET", path, null);

    public async Task<JsonObject> PostAsync(string path, JsonNode body) => await CallAsync("POST", path, body);

    public Task<JsonObject> LatestAsync(string definitionId) =>
        GetAsync($"/workflow-definitions/by-definition-id/{Uri.EscapeDataString(definitionId)}?versionOptions=Latest");

    /// <summary>Makes a published process of these activities, one after the other.</summary>
    public async Task<JsonObject> PublishAsync(string name, params string[] activities)
    {
        var steps = activities.Select(json => JsonNode.Parse(json)!.AsObject()).ToList();
        var model = new JsonObject
        {
            ["name"] = name,
            ["root"] = new JsonObject
            {
                ["id"] = "flujo", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1",
                ["activities"] = new JsonArray([.. steps.Select((step, index) => Placed(step, index))]),
                ["connections"] = new JsonArray([.. steps.Zip(steps.Skip(1), Arrow)]),
            },
        };
        return (await PostAsync("/workflow-definitions", new JsonObject { ["model"] = model, ["publish"] = true }))["workflowDefinition"]!.AsObject();
    }

    private static JsonNode Placed(JsonObject step, int index)
    {
        step["metadata"] = new JsonObject
        {
            ["displayText"] = step["name"]!.GetValue<string>(),
            ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 300 * index, ["y"] = 0 } },
        };
        return step;
    }

    private static JsonNode Arrow(JsonObject from, JsonObject to) => new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = from["id"]!.DeepClone(), ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = to["id"]!.DeepClone(), ["port"] = "In" },
    };

    private async Task<JsonObject> CallAsync(string method, string path, JsonNode? body)
    {
        var answer = await page.EvaluateAsync<JsonElement>(
            """
            async ([method, path, body]) => {
              const response = await fetch('/elsa/api' + path, { method, body, headers: body ? { 'content-type': 'application/json' } : {} });
              return { status: response.status, text: await response.text() };
            }
            """,
            new object?[] { method, path, body?.ToJsonString() });
        var text = answer.GetProperty("text").GetString()!;
        answer.GetProperty("status").GetInt32().ShouldBe(200, $"{path}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
