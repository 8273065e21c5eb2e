using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace WorkflowHost.Tests.Studio;

/// <summary>The calls Studio makes, with the bodies it sends.</summary>
internal static class StudioCalls
{
    public const string Api = "/elsa/api";

    public static async Task<JsonObject> ReadAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(Api + path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public static async Task<HttpStatusCode> StatusAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(Api + path);
        return response.StatusCode;
    }

    public static async Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, string path, JsonNode? body) =>
        await client.PostAsync(Api + path, new StringContent(body?.ToJsonString() ?? "", Encoding.UTF8, "application/json"));

    public static async Task<JsonObject> CallAsync(
        this HttpClient client, string path, JsonNode? body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.SendJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, $"{path}: {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>What the create dialog sends: nulls for all collections and a root without node id.</summary>
    public static JsonObject NewModel(string name) => JsonNode.Parse($$"""
        {"definitionId":null,"name":"{{name}}","description":null,"toolVersion":null,"variables":null,"inputs":null,"outputs":null,
         "outcomes":null,"customProperties":null,"isReadonly":false,"options":null,
         "root":{"id":"3ec15ad6b30e8f7a","type":"Elsa.Flowchart","version":1,"name":"Flowchart1"},
         "links":null,"createdAt":"0001-01-01T00:00:00+00:00","version":1,"isLatest":true,"isPublished":false,"id":null}
        """)!.AsObject();

    public static async Task<JsonObject> CreateAsync(this HttpClient client, string? name = null)
    {
        var body = new JsonObject { ["model"] = NewModel(name ?? FreeName()), ["publish"] = null };
        return (await client.CallAsync("/workflow-definitions", body))["workflowDefinition"]!.AsObject();
    }

    public static Task<JsonObject> SaveAsync(
        this HttpClient client, JsonObject definition, bool publish = false, HttpStatusCode expected = HttpStatusCode.OK) =>
        client.CallAsync("/workflow-definitions", new JsonObject { ["model"] = definition.DeepClone(), ["publish"] = publish }, expected);

    /// <summary>A definition as Studio holds it after its activities were dropped and saved.</summary>
    public static async Task<JsonObject> CreateWithAsync(this HttpClient client, params string[] activities)
    {
        var created = await client.CreateAsync();
        created["root"]!["activities"] = new JsonArray([.. activities.Select(json => JsonNode.Parse(json))]);
        created["root"]!["connections"] = Chain(activities.Select(json => JsonNode.Parse(json)!["id"]!.GetValue<string>()).ToList());
        return (await client.SaveAsync(created))["workflowDefinition"]!.AsObject();
    }

    public static async Task<JsonObject> PublishAsync(this HttpClient client, JsonObject definition) =>
        (await client.SaveAsync(definition, publish: true))["workflowDefinition"]!.AsObject();

    public static string Text(this JsonNode? node, string name) => node![name]!.GetValue<string>();

    public static bool Flag(this JsonNode? node, string name) => node![name]!.GetValue<bool>();

    public static int Number(this JsonNode? node, string name) => node![name]!.GetValue<int>();

    public static string FreeName() => "Prueba " + Guid.CreateVersion7().ToString("N");

    public const string SetName =
        """{"id":"a1","type":"Elsa.SetName","version":1,"name":"SetName1","value":{"typeName":null,"expression":{"type":"Literal","value":"Uno"}}}""";

    public const string WaitForEvent =
        """{"id":"a2","type":"Elsa.Event","version":1,"name":"Event1","eventName":{"typeName":"String","expression":{"type":"Literal","value":"seguir"}}}""";

    public const string Finish = """{"id":"a3","type":"Elsa.Finish","version":1,"name":"Finish1"}""";

    private static JsonArray Chain(List<string> ids) => new([.. ids.Zip(ids.Skip(1), (from, to) => new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        ["vertices"] = new JsonArray(),
    })]);
}
