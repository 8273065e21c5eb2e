using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Activities;
using WorkflowHost.Features.Workflows.Descriptors;
using WorkflowHost.Tests.Replay;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>How our activities look and speak in Studio.</summary>
[Collection(StudioCollection.Name)]
public sealed class NativeDescriptorTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Theory]
    [InlineData(null, "Tarea con formulario", "Personas y tareas", "Prioridad", "Decisión")]
    [InlineData("en-US", "Task with a form", "People and tasks", "Priority", "Decision")]
    [InlineData("fr-FR", "Tarea con formulario", "Personas y tareas", "Prioridad", "Decisión")]
    public async Task Descriptors_speak_the_language_of_the_screen(string? culture, string title, string category, string priority, string outcome)
    {
        var activity = await FindAsync("WorkflowHost.FormTask", culture);

        activity.Text("displayName").ShouldBe(title);
        activity.Text("category").ShouldBe(category);
        Input(activity, "Priority").Text("displayName").ShouldBe(priority);
        activity["outputs"]!.AsArray().Single(output => output.Text("name") == "Outcome").Text("displayName").ShouldBe(outcome);
    }

    [Theory]
    [InlineData(null, "Asignar variable", "Básicas")]
    [InlineData("en-US", "Set Variable", "Primitives")]
    public async Task Built_ins_do_too(string? culture, string title, string category)
    {
        var activity = await FindAsync("Elsa.SetVariable", culture);

        activity.Text("displayName").ShouldBe(title);
        activity.Text("category").ShouldBe(category);
    }

    [Fact]
    public async Task Each_language_is_made_once()
    {
        var toolboxes = host.Services.GetRequiredService<Toolboxes>();

        await FindAsync("WorkflowHost.FormTask", "en-US");

        toolboxes.In("en").Json.ShouldBeSameAs(toolboxes.In("en").Json);
        toolboxes.In("en").Tag.ShouldNotBe(toolboxes.In("es").Tag);
    }

    [Fact]
    public void Every_text_of_ours_is_in_English()
    {
        var texts = OwnActivities.All.Select(activity => activity.Descriptor).SelectMany(d => new[] { d.Category, d.DisplayName, d.Description }
            .Concat(d.Inputs.SelectMany(input => new[] { input.DisplayName, input.Description }.Concat(Choices(input.UiSpecifications))))
            .Concat(d.Outputs.SelectMany(output => new[] { output.DisplayName, output.Description }))
            .Concat(d.Ports.Select(port => port.DisplayName)));

        texts.OfType<string>().Where(text => !OwnTexts.Knows(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/descriptors/workflow-activation-strategies", "Always")]
    [InlineData("/descriptors/variables", "Object")]
    [InlineData("/descriptors/storage-drivers", "Run (survives waits)")]
    public async Task The_other_lists_do_too(string path, string first)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Api + path);
        request.Headers.Add("Cookie", ".AspNetCore.Culture=" + Uri.EscapeDataString("c=en-US|uic=en-US"));
        using var response = await _studio.SendAsync(request);

        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]![0].Text("displayName").ShouldBe(first);
    }

    [Fact]
    public async Task Every_colour_and_icon_is_in_the_style_sheet()
    {
        var style = await File.ReadAllTextAsync(Path.Combine(ScenarioFiles.Root, "src", "WorkflowHost", "wwwroot", "studio-page", "looks.css"));

        ActivityLooks.AllColours.ShouldAllBe(name => style.Contains($"[data-look=\"{name}\"]"));
        ActivityLooks.AllIcons.ShouldAllBe(name => style.Contains($"[data-icon=\"{name}\"]"));
        var activities = (await _studio.ReadAsync("/descriptors/activities"))["items"]!.AsArray();
        activities.Where(activity => activity.Text("typeName").StartsWith("WorkflowHost.", StringComparison.Ordinal))
            .ShouldAllBe(activity => activity!["customProperties"]!["Icon"] != null);
        activities.Where(activity => activity.Text("typeName") != "Elsa.NotFoundActivity")
            .ShouldAllBe(activity => activity!["customProperties"]!["Look"] != null);
    }

    [Fact]
    public async Task A_due_time_is_picked_in_words()
    {
        var due = Input(await FindAsync("WorkflowHost.FormTask"), "Due");

        var choices = Choices((JsonObject)due["uiSpecifications"]!).ToList();
        choices.ShouldBe(choices.Distinct());
        choices.ShouldContain("4 horas");
        choices.ShouldContain("1 día");
        choices.IndexOf("4 horas").ShouldBeLessThan(choices.IndexOf("3 días"));
        Input(await FindAsync("WorkflowHost.FormTask", "en-US"), "Due")["uiSpecifications"]!.ToJsonString().ShouldContain("3 days");
    }

    [Fact]
    public async Task A_name_that_is_gone_is_shown_and_marked()
    {
        var model = NewModel(FreeName());
        model["root"]!["activities"] = new JsonArray(JsonNode.Parse("""
            {"id":"a1","type":"WorkflowHost.FormTask","version":1,"name":"FormTask1",
             "role":{"typeName":"String","expression":{"type":"Literal","value":"rol-de-antes"}},
             "due":{"typeName":"String","expression":{"type":"Literal","value":"PT36H"}}}
            """));
        await _studio.CallAsync("/workflow-definitions/import", model);

        var task = await FindAsync("WorkflowHost.FormTask");

        Choices((JsonObject)Input(task, "Role")["uiSpecifications"]!).ShouldContain("rol-de-antes (ya no existe)");
        Choices((JsonObject)Input(task, "Due")["uiSpecifications"]!).ShouldContain("1 día 12 horas");
        Choices((JsonObject)Input(await FindAsync("WorkflowHost.FormReceived"), "Role")["uiSpecifications"]!).ShouldNotContain("rol-de-antes (ya no existe)");
    }

    private async Task<JsonNode> FindAsync(string type, string? culture = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/descriptors/activities");
        if (culture is not null)
            request.Headers.Add("Cookie", $".AspNetCore.Culture={Uri.EscapeDataString($"c={culture}|uic={culture}")}");
        using var response = await _studio.SendAsync(request);
        var items = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]!.AsArray();
        return items.Single(item => item.Text("typeName") == type)!;
    }

    private static JsonNode Input(JsonNode activity, string name) => activity["inputs"]!.AsArray().Single(input => input.Text("name") == name)!;

    private static IEnumerable<string?> Choices(JsonObject specifications) =>
        (specifications["dropdown"]?["selectList"]?["items"] as JsonArray ?? []).Select(item => (string?)item!["text"]);
}
