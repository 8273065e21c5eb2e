using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Delivery;
using WorkflowHost.Running;
using WorkflowHost.Tests.Running;
using WorkflowHost.Tests.Webhooks;
using WorkflowHost.Trials;

namespace WorkflowHost.Tests.Trials;

/// <summary>
/// What is tried stays in the trial. Both sides are watched: every table of the real database, and a receiver subscribed
/// to everything; the same acts outside of a trial are seen by both.
/// </summary>
public sealed class TrialFirewallTests
{
    [Fact]
    public async Task A_trial_writes_no_row_and_sends_nothing_and_the_same_acts_outside_do_both()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases(), Receiver.Allowance(receiver), Outgoing(receiver.Url));
        await SubscribeToAllAsync(stage, receiver.Url);
        using var templates = new TrialTemplates(stage.Services.GetRequiredService<IConfiguration>());
        await using var watcher = stage.OpenDb();
        await watcher.Database.OpenConnectionAsync();
        var before = await PhotographAsync(watcher);

        var order = new TrialOrder { Files = await FilesAsync(stage), Receivers = [new TrialReceiver("partner", [])] };
        await using (var world = await TrialWorld.OpenAsync(templates, ShippedContent.NoSettings, order, TimeProvider.System, CancellationToken.None))
        {
            var acts = new TrialActs(world);
            for (var family = 0; family < 5; family++)
                (await acts.StartAsync("intake", new JsonObject { ["name"] = $"Nobody {family}" }, "north", "es", CancellationToken.None)).ShouldBeOfType<SubmissionAnswer.Accepted>();
            await new TrialPilot(world, acts).RunAsync(7, 100, null, CancellationToken.None);
            await acts.AdvanceAsync(TimeSpan.FromDays(40), CancellationToken.None);
            await acts.TellAsync("outgoing.wanted", null, CancellationToken.None);

            var effects = world.Effects.Read();
            effects.ShouldContain(effect => effect.IsEvent && effect.Receivers.Contains("partner"));
            effects.ShouldContain(effect => !effect.IsEvent && effect.Name.StartsWith("POST", StringComparison.Ordinal) && effect.Body != null);
            await using var inside = world.OpenDb();
            (await inside.Submissions.CountAsync()).ShouldBeGreaterThanOrEqualTo(5);
        }

        (await PhotographAsync(watcher)).ShouldBe(before);
        receiver.Requests.ShouldBeEmpty();
        receiver.Arrived.ShouldBeEmpty();

        // The proof that the watchers see: the same acts in the real program.
        await stage.ArriveAsync("Somebody");
        await stage.CheckAsync((await stage.OpenTasksAsync())[0].Id, "fit");
        await stage.Services.GetRequiredService<Stimuli>().SendEventAsync("outgoing.wanted", null, null, null, "test", CancellationToken.None);
        await stage.Drain.DrainAsync(CancellationToken.None);
        (await PhotographAsync(watcher)).ShouldNotBe(before);
        receiver.Requests.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void A_trial_has_no_service_that_could_send_and_no_address_but_its_own()
    {
        var program = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Connection"] = "Data Source=/real/work.db",
            ["Workflows:EventLifetimeInMinutes"] = "5",
        }).Build();

        var described = TrialServices.Describe("/trial/own.db", TimeProvider.System, program);

        Type[] senders = [typeof(OutgoingHttp), typeof(WebhookDelivering), typeof(WorkflowRequests), typeof(WebhookSecrets), typeof(HttpClient), typeof(IHttpClientFactory), typeof(IOutward)];
        described.Select(service => service.ServiceType).Intersect(senders).ShouldBeEmpty();
        using var provider = described.BuildServiceProvider();
        provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>().Value.Connection.ShouldContain("/trial/own.db");
        var settings = provider.GetRequiredService<IConfiguration>();
        settings.AsEnumerable().ShouldNotContain(setting => setting.Value != null && setting.Value.Contains("/real/", StringComparison.Ordinal));
        settings["Workflows:EventLifetimeInMinutes"].ShouldBe("5");
    }

    [Fact]
    public async Task A_closed_trial_leaves_no_file()
    {
        await using var stage = await WorkStage.OpenAsync(new SqliteDatabases());
        using var templates = new TrialTemplates(ShippedContent.NoSettings);
        string file;
        await using (var world = await TrialWorld.OpenAsync(
            templates, ShippedContent.NoSettings, new TrialOrder { Files = await FilesAsync(stage) }, TimeProvider.System, CancellationToken.None))
        {
            await using var db = world.OpenDb();
            file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
            File.Exists(file).ShouldBeTrue();
        }

        File.Exists(file).ShouldBeFalse();
        File.Exists(file + "-wal").ShouldBeFalse();
    }

    private static async Task<IReadOnlyDictionary<string, string>> FilesAsync(WorkStage stage)
    {
        await using var db = stage.OpenDb();
        return (await ContentExport.ReadAsync(db, CancellationToken.None)).ToDictionary(file => file.Path, file => file.Text);
    }

    private static async Task SubscribeToAllAsync(WorkStage stage, string url)
    {
        await using var db = stage.OpenDb();
        db.WebhookEndpoints.Add(new WebhookEndpoint
        {
            Url = url, Description = "watcher", Secret = stage.Services.GetRequiredService<WebhookSecrets>().Protect(WebhookSignature.NewSecret()),
        });
        await db.SaveChangesAsync();
        await stage.Services.GetRequiredService<WebhookSubscriptions>().RefreshAsync(CancellationToken.None);
    }

    // Rows of every table of the model, and the file's own counter of changes.
    // All through one connection that never writes: it sees its number change with every commit of another.
    private static async Task<string> PhotographAsync(WorkDb db)
    {
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var lines = new List<string> { $"data_version {await AskAsync(db, "PRAGMA data_version")}" };
        foreach (var table in tables)
            lines.Add($"{table} {await AskAsync(db, $"SELECT COUNT(*) FROM \"{table}\"")}");
        return string.Join('\n', lines);
    }

    private static async Task<object?> AskAsync(WorkDb db, string question)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync();
    }

    private static JsonObject Outgoing(string url) => WorkflowText.Flow("outgoing")
        .Step("told", "Elsa.Event", canStart: true, ("eventName", "outgoing.wanted"))
        .Step("ask", "Elsa.FlowSendHttpRequest", ("url", url), ("method", "POST"), ("content", "made up"), ("contentType", "text/plain"))
        .Connect("told", "ask")
        .Json;
}
