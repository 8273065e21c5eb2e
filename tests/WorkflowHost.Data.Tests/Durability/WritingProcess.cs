using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Submissions;
using WorkflowHost.Data.Tests.Contracts;

namespace WorkflowHost.Data.Tests.Durability;

/// <summary>
/// The process that is killed: commits units as fast as it can and prints the key of each one that was acknowledged, never
/// before it was. Arguments: provider, connection, run.
/// </summary>
public static class WritingProcess
{
    private const int Callers = 16;

    public static async Task Main(string[] args)
    {
        var options = new DatabaseOptions { Provider = args[0], Connection = args[1] };
        await using var store = WorkData.OpenStore(options);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => WriteAsync(store, args[2], caller))));
    }

    private static async Task WriteAsync(IWorkStore store, string run, int caller)
    {
        var plan = SamplePlan.Parse();
        for (var i = 0; ; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{run}-{caller}-{i}");
            using var session = store.Open(key, TimeProvider.System.GetUtcNow(), plan);
            var person = session.Create("person", new JsonObject { ["name"] = key, ["document"] = key }, null);
            session.AddSubmission(new Submission
            {
                IdempotencyKey = key, Form = "intake", SubmittedBy = key, SubmittedAt = session.Now, CaseId = person.Id,
            });
            session.RecordFact(new IndicatorFact { Type = "arrival", Subject = key, Date = new DateOnly(2021, 12, 9) });
            session.AddOutbox(new OutboxMessage { Kind = "Test", Payload = "{}", IdempotencyKey = key, DueAt = session.Now });
            var outcome = await session.CommitAsync(CancellationToken.None);
            if (!outcome.IsCommitted)
                throw new InvalidOperationException($"{key}: {outcome}");
            await Console.Out.WriteLineAsync(key);
        }
    }
}
