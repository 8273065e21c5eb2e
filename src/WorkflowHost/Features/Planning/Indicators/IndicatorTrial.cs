using System.Text.Json.Nodes;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Counting;
using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Planning.Indicators;

/// <summary>Counts an indicator as it is drafted over what is recorded, beside what the published one counts.</summary>
public sealed class IndicatorTrial(PlanDrafts drafts, PublishedContent content, FactShelf shelf, EvidenceReader evidence, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>Null when the draft has no such indicator.</summary>
    public async Task<IndicatorTrialPage?> OfAsync(string key, int page, CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        if (draft.Find("indicators", key) is not { } found)
            return null;
        if (Parse(draft.Json, found.Entry) is not { } plan)
            return new IndicatorTrialPage(key, Things.PlanUses.TitleOf(found.Entry), null, null, null);

        var drafted = plan.Indicators[0];
        var title = drafted.Title.In(Shared.Languages.ScreenLanguages.Current.Tag);
        var facts = await shelf.ReadAsync([drafted.Fact], stop);
        var now = time.GetUtcNow();
        try
        {
            var counter = new IndicatorCounter(plan, drafted, now);
            var total = (int)counter.Count(facts).Value;
            var number = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
            var rows = await evidence.ReadAsync(counter.Rows(facts, (long)(number - 1) * PageSize, PageSize), stop);
            return new IndicatorTrialPage(key, title, new PageOf<IndicatorEvidence>(rows, number, PageSize, total), await PublishedAsync(key, now, stop), null);
        }
        catch (PlanScriptException e)
        {
            // A filter that fails on real data is the designer's to mend: the sentence names it.
            return new IndicatorTrialPage(key, title, null, null, e.Message);
        }
    }

    private async Task<long?> PublishedAsync(string key, DateTimeOffset now, CancellationToken stop) =>
        content.Plan.FindIndicator(key) is { } published
            ? new IndicatorCounter(content.Plan, published, now).Count(await shelf.ReadAsync([published.Fact], stop)).Value
            : null;

    // A mistake elsewhere in the draft is no reason not to count this one.
    private static Plan? Parse(JsonObject draft, JsonObject indicator)
    {
        var alone = new JsonObject { ["key"] = "trial", ["title"] = "trial" };
        foreach (var member in new[] { "timeZone", "language", "factTypes" })
            alone[member] = draft[member]?.DeepClone();
        alone["indicators"] = new JsonArray(indicator.DeepClone());
        try
        {
            return Plan.Parse(alone.ToJsonString());
        }
        catch (PlanFormatException)
        {
            // Its mistakes stand beside the fields of its page.
            return null;
        }
    }
}
