using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowHost.Features.Workflows.Live;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

[Collection(StudioCollection.Name)]
public sealed class LiveHubTests(StudioHost host)
{
    private const char RecordSeparator = '\u001e';

    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task A_viewer_is_told_of_its_instance_in_Studios_protocol()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var definition = await _studio.CreateWithAsync(WaitForEvent);
        using var run = await _studio.SendJsonAsync($"/workflow-definitions/{definition.Text("definitionId")}/execute", new JsonObject());
        var id = run.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        using var negotiation = await _studio.PostAsync(WorkflowInstanceHub.Path + "/negotiate?negotiateVersion=1", null);
        var token = (await negotiation.Content.ReadFromJsonAsync<JsonObject>()).Text("connectionToken");
        var sockets = host.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request =>
        {
            request.Headers[StudioHost.PersonHeader] = "designer";
            request.Headers.Origin = "http://localhost";
        };

        using var socket = await sockets.ConnectAsync(new Uri($"ws://localhost{WorkflowInstanceHub.Path}?id={token}"), patience.Token);
        await SendAsync(socket, """{"protocol":"json","version":1}""", patience.Token);
        await SendAsync(socket, $$"""{"type":1,"target":"ObserveInstanceAsync","arguments":["{{id}}"]}""", patience.Token);
        var heard = new List<JsonObject>();
        while (heard.Count(m => m["target"] is not null) < 3)
            heard.AddRange(await ReceiveAsync(socket, patience.Token));

        var messages = heard.Where(m => m["target"] is not null).ToDictionary(m => m.Text("target"), m => m["arguments"]![0]!);
        messages["WorkflowInstanceUpdatedAsync"].Text("workflowInstanceId").ShouldBe(id);
        messages.ShouldContainKey("WorkflowExecutionLogUpdatedAsync");
        messages["ActivityExecutionLogUpdatedAsync"]["stats"]!.AsArray().Select(s => s.Text("activityId")).ShouldContain("a2");
    }

    [Fact]
    public async Task Another_site_cannot_open_the_socket_with_the_persons_cookie()
    {
        var sockets = host.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request =>
        {
            request.Headers[StudioHost.PersonHeader] = "designer";
            request.Headers.Origin = "http://evil.example";
        };

        await Should.ThrowAsync<InvalidOperationException>(
            sockets.ConnectAsync(new Uri($"ws://localhost{WorkflowInstanceHub.Path}"), CancellationToken.None));
    }

    private static Task SendAsync(WebSocket socket, string message, CancellationToken ct) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + RecordSeparator), WebSocketMessageType.Text, true, ct);

    private static async Task<List<JsonObject>> ReceiveAsync(WebSocket socket, CancellationToken ct)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        do
        {
            var part = await socket.ReceiveAsync(buffer, ct);
            text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            if (part.EndOfMessage && text.Length > 0 && text[^1] == RecordSeparator)
                break;
        }
        while (true);
        return [.. text.ToString().Split(RecordSeparator, StringSplitOptions.RemoveEmptyEntries).Select(m => JsonNode.Parse(m)!.AsObject())];
    }
}
