using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Cases;

/// <summary>What happened to a case, newest first: forms that were filled, facts that count, and every other act.</summary>
public sealed class CaseStory(WorkDb db, CaseReading reading, PublishedContent content, IStringLocalizer<Texts> texts)
{
    /// <summary>Most events shown; a case has a few dozen in a whole stay.</summary>
    private const int MaxEvents = 200;

    // The form and the fact are told in their own rows.
    private static readonly string[] ToldElsewhere = ["submission.created", "task.completed", "fact.recorded"];

    public async Task<IReadOnlyList<CaseEvent>> OfAsync(Case file, CancellationToken stop)
    {
        var events = new List<CaseEvent>();
        events.AddRange(await SubmissionsAsync(file, stop));
        events.AddRange(await FactsAsync(file, stop));
        events.AddRange(await AuditAsync(file.Id, stop));
        return [.. events.OrderByDescending(one => one.At).Take(MaxEvents)];
    }

    private async Task<IEnumerable<CaseEvent>> SubmissionsAsync(Case file, CancellationToken stop)
    {
        var submissions = await db.Submissions.AsNoTracking()
            .Where(one => one.CaseId == file.Id)
            .OrderByDescending(one => one.SubmittedAt)
            .Take(MaxEvents)
            .Select(one => new { one.Id, one.Form, one.SubmittedAt, one.SubmittedBy, one.Sensitivity })
            .ToListAsync(stop);
        return submissions.Select(one => new CaseEvent(
            one.SubmittedAt, "submission", reading.MayRead(file, one.Sensitivity) ? FormTitle(one.Form) : texts["case.reserved"], one.SubmittedBy,
            reading.MayRead(file, one.Sensitivity) ? one.Id : null));
    }

    // A fact is as delicate as the form it came from: "medicines given" tells of an illness.
    private async Task<IEnumerable<CaseEvent>> FactsAsync(Case file, CancellationToken stop)
    {
        var readable = Enum.GetValues<Sensitivity>().Where(one => reading.MayRead(file, one)).ToArray();
        var facts = await db.Facts.AsNoTracking()
            .Where(fact => fact.CaseId == file.Id)
            .Where(fact => fact.SubmissionId == null
                || db.Submissions.Any(one => one.Id == fact.SubmissionId && readable.Contains(one.Sensitivity)))
            .OrderByDescending(fact => fact.RecordedAt)
            .Take(MaxEvents)
            .ToListAsync(stop);
        var titles = content.Current.Plan.FactTypes.ToDictionary(type => type.Key, type => type.Title.In(ScreenLanguages.Current.Tag));
        return facts.Select(fact => new CaseEvent(
            fact.RecordedAt, "fact",
            titles.GetValueOrDefault(fact.Type, fact.Type) + (fact.Quantity == 1 ? "" : $" × {fact.Quantity}"), null));
    }

    private async Task<IEnumerable<CaseEvent>> AuditAsync(Guid id, CancellationToken stop)
    {
        var subject = id.ToString();
        var entries = await db.Audit.AsNoTracking()
            .Where(entry => entry.Subject == "case" && entry.SubjectId == subject && !ToldElsewhere.Contains(entry.Action))
            .OrderByDescending(entry => entry.Sequence)
            .Take(MaxEvents)
            .ToListAsync(stop);
        return entries.Select(entry => new CaseEvent(entry.At, "audit", Word(entry.Action), entry.Actor));
    }

    private string FormTitle(string form) => content.Current.FindForm(form)?.Title ?? form;

    private string Word(string action)
    {
        var word = texts["audit." + action];
        return word.ResourceNotFound ? action : word.Value;
    }
}
