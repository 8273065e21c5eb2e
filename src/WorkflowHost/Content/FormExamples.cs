using System.Text.Json;
using System.Text.Json.Nodes;
using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Content;

/// <summary>Keeps a form's examples and runs them on a version.</summary>
public sealed class FormExamples(IDbContextFactory<WorkDb> databases, SubmissionProcessor processor, PublishedContent content, TimeProvider clock)
{
    /// <summary>More than a person keeps in mind; publishing runs them all.</summary>
    public const int Most = 50;

    public async Task<IReadOnlyList<FormExample>> OfAsync(string form, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return Read(await NewestAsync(db, form, ct));
    }

    /// <summary>Keeps an example in place of one of the same name. False when there are too many.</summary>
    public Task<bool> KeepAsync(string form, FormExample example, string actor, CancellationToken ct) =>
        ChangeAsync(form, actor, before => [.. before.Where(one => one.Name != example.Name), example], ct);

    public Task ForgetAsync(string form, string name, string actor, CancellationToken ct) =>
        ChangeAsync(form, actor, before => [.. before.Where(one => one.Name != name)], ct);

    /// <summary>Judges answers as a submission to this version would be judged now, and stores nothing.</summary>
    public SubmissionResult Judge(PublishedForm form, JsonObject data, string language) => processor.Process(
        form.Compiled, data, new SubmissionContext { Language = language, TimeZone = content.Current.Plan.TimeZone, TimeProvider = clock });

    /// <summary>The examples of which this version says something else than was kept.</summary>
    public async Task<IReadOnlyList<ContentMistake>> CheckAsync(PublishedForm form, CancellationToken ct) =>
        [.. Check(form, await OfAsync(form.Key, ct))];

    /// <summary>Those of the given examples of which this version says something else than was kept.</summary>
    public IEnumerable<ContentMistake> Check(PublishedForm form, IReadOnlyList<FormExample> kept)
    {
        foreach (var example in kept)
        {
            var now = Codes(Judge(form, example.Data, "es"));
            if (!now.SequenceEqual(example.Errors))
            {
                yield return new ContentMistake(
                    form.Key, "$", "form.example",
                    $"The example '{example.Name}' was judged '{Words(example.Errors)}' and is now '{Words(now)}'. Mend the form, or keep the example anew if this is meant.");
            }
        }
    }

    /// <summary>The errors as an example keeps them.</summary>
    public static IReadOnlyList<string> Codes(SubmissionResult result) =>
        [.. result.Errors.Select(error => $"{error.Path}:{error.RuleName}").Distinct().Order(StringComparer.Ordinal)];

    private async Task<bool> ChangeAsync(
        string form, string actor, Func<IReadOnlyList<FormExample>, IReadOnlyList<FormExample>> change, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var after = change(Read(await NewestAsync(db, form, ct)));
        if (after.Count > Most)
            return false;
        await new ContentVersions(db, actor, clock.GetUtcNow()).AddTextAsync(
            ContentVersions.ExampleKind, form, JsonSerializer.Serialize(after, ContentJson.Options), ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static Task<StoredContent?> NewestAsync(WorkDb db, string form, CancellationToken ct) => db.Contents.AsNoTracking()
        .Where(text => text.Kind == ContentVersions.ExampleKind && text.Key == form)
        .OrderByDescending(text => text.Version)
        .FirstOrDefaultAsync(ct);

    private static IReadOnlyList<FormExample> Read(StoredContent? stored) =>
        stored is null ? [] : JsonSerializer.Deserialize<List<FormExample>>(stored.Json) ?? [];

    private static string Words(IReadOnlyList<string> errors) => errors.Count == 0 ? "accepted" : string.Join(", ", errors);
}
