using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Running;

namespace WorkflowHost.Trials;

/// <summary>Lives example cases through, each in a sandbox of its own, and says which come out otherwise than they have to.</summary>
public sealed class ExampleCases(TrialTemplates templates, IConfiguration configuration, TimeProvider time)
{
    public const string Folder = "workflows/examples/";

    /// <summary>More than anybody keeps in mind; publishing lives them all.</summary>
    public const int Most = 60;

    /// <summary>
    /// The example cases of a state of the content that come out otherwise. A mistake in the example itself is one too; an
    /// example that only differs blocks, because somebody said it must not.
    /// </summary>
    /// <param name="files">The whole content by path, as it would be published.</param>
    /// <param name="ct">Stops between two steps.</param>
    public async Task<IReadOnlyList<ContentMistake>> CheckAsync(IReadOnlyDictionary<string, string> files, CancellationToken ct)
    {
        var mistakes = new List<ContentMistake>();
        foreach (var (path, text) in Of(files))
            mistakes.AddRange((await RunAsync(path, text, files, ct)).Mistakes);
        return mistakes;
    }

    /// <summary>The example cases among the files, by path.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyDictionary<string, string> files) =>
        [.. files.Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).Take(Most)];

    /// <summary>Lives one of them.</summary>
    public async Task<ExampleRun> RunAsync(string path, string text, IReadOnlyDictionary<string, string> files, CancellationToken ct)
    {
        CaseExample example;
        try
        {
            example = CaseExample.Parse(text);
        }
        catch (JsonException e)
        {
            return new ExampleRun(null, null, [new ContentMistake(path, "$", "example.unreadable", $"This is no example case: {e.Message}")]);
        }

        TrialWorld world;
        try
        {
            world = await TrialWorld.OpenAsync(templates, configuration, new TrialOrder { Files = files, Start = example.At }, time, ct);
        }
        catch (PlanFormatException)
        {
            // The plan's own mistakes are told by whoever checks the plan.
            return new ExampleRun(example, null, []);
        }

        await using (world)
        {
            if (await PlayAsync(new TrialActs(world), example, world, ct) is { } stopped)
                return new ExampleRun(example, await CaseOutcome.ReadAsync(world, ct), [stopped with { File = path }]);
            var came = await CaseOutcome.ReadAsync(world, ct);
            return new ExampleRun(example, came,
            [
                .. example.Expect.Compare(came).Select(one => new ContentMistake(
                    path, $"$.expect.{one.Where}", "example.differs",
                    $"The example case '{Plain(example.Title)}' expected '{Plain(one.Expected)}' and now gives '{Plain(one.Actual)}'. Mend what was changed, or keep the example anew if this is meant.")),
            ]);
        }
    }

    // Null when every step could be done.
    private static async Task<ContentMistake?> PlayAsync(TrialActs acts, CaseExample example, TrialWorld world, CancellationToken ct)
    {
        for (var i = 0; i < example.Steps.Count; i++)
        {
            var refusal = await PlayAsync(acts, example.Steps[i], world, ct);
            if (refusal is null)
                continue;
            return new ContentMistake(
                "", $"$.steps[{i}]", "example.stopped",
                $"The example case '{Plain(example.Title)}' cannot go on at '{Plain(example.Steps[i].Start ?? example.Steps[i].Answer ?? "")}': '{Plain(refusal)}'.");
        }

        return null;
    }

    private static async Task<string?> PlayAsync(TrialActs acts, ExampleStep step, TrialWorld world, CancellationToken ct)
    {
        if (step.Wait is { } minutes)
        {
            await acts.AdvanceAsync(TimeSpan.FromMinutes(minutes), ct);
            return null;
        }

        if (step.Event is { } name)
        {
            await acts.TellAsync(name, step.Payload, ct);
            return null;
        }

        if (step.Start is { } start)
        {
            if (world.Content.Current.FindForm(start) is not { } first)
                return $"no form {start}";
            return Refusal(await acts.StartAsync(start, Complete(acts, first, step.Data ?? [], step.Seed), step.Site, "es", ct));
        }

        var open = await acts.OpenTasksAsync(ct);
        var found = open.FirstOrDefault(one => one.Task.Form == step.Answer && (step.About is null || one.About == step.About)).Task;
        if (found is null)
            return $"no open task {step.Answer} {step.About}".TrimEnd();
        var form = await acts.FormOfAsync(found, ct);
        return Refusal(await acts.AnswerAsync(found, Complete(acts, form, AnswerChange.Apply(found.Prefill(), step.Data ?? []), step.Seed), "es", ct));
    }

    private static JsonObject Complete(TrialActs acts, PublishedForm form, JsonObject data, long? seed) =>
        seed is { } number ? acts.Fill(form, data, number).Data : data;

    private static string? Refusal(SubmissionAnswer answer) => answer switch
    {
        SubmissionAnswer.Accepted => null,
        SubmissionAnswer.Invalid invalid => string.Join("; ", invalid.Result.Errors.Take(3).Select(error => $"{error.Label}: {error.Message}")),
        SubmissionAnswer.Conflict conflict => conflict.Code,
        var other => other.GetType().Name,
    };

    // Sentences quote names with '…'; a quotation mark inside one would end it.
    private static string Plain(string text) => text.Replace('\'', '’');
}

/// <param name="Example">Null when the text was none.</param>
/// <param name="Came">What came of it; null when it could not begin.</param>
/// <param name="Mistakes">Empty when it came out as it has to.</param>
public sealed record ExampleRun(CaseExample? Example, CaseOutcome? Came, IReadOnlyList<ContentMistake> Mistakes);
