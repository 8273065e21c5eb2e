using Microsoft.Extensions.Localization;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Deadlines;

/// <summary>Says in a sentence what a rule does.</summary>
public sealed class DeadlineWords(IStringLocalizer<Texts> texts, PublishedContent content)
{
    public string Of(DeadlineEdit rule, DeadlineChoices choices)
    {
        var beginning = rule.Due is { Length: > 0 } due ? texts["deadlines.if", What(rule, choices), due] : texts["deadlines.ifLate", What(rule, choices)];
        var steps = rule.Remind.Select(Of).Concat(rule.Escalate.Select(one => Of(one, choices))).ToList();
        return steps.Count == 0 ? texts["deadlines.only", beginning.Value] : $"{beginning.Value} {string.Join("; ", steps)}.";
    }

    private string What(DeadlineEdit rule, DeadlineChoices choices)
    {
        var parts = new List<string>
        {
            rule.Form is { Length: > 0 } form ? $"«{content.Current.FindForm(form)?.Title ?? form}»" : texts["deadlines.anyTask"].Value,
        };
        if (rule.Role is { Length: > 0 } role)
            parts.Add(texts["deadlines.ofRole", choices.RoleTitle(role)]);
        if (rule.Where is { Length: > 0 } where)
            parts.Add(texts["deadlines.inProcess", choices.PlaceTitle(where)]);
        if (rule.Priority is { Length: > 0 } priority)
            parts.Add(texts["deadlines.withPriority", Priority(priority)]);
        return string.Join(" ", parts);
    }

    private string Of(ReminderEdit reminder) =>
        texts[reminder.After ? "deadlines.remindAfter" : "deadlines.remindBefore", reminder.Time ?? ""].Value + Repeated(reminder.Every, reminder.Times);

    private string Of(EscalationEdit escalation, DeadlineChoices choices)
    {
        var parts = new List<string>();
        if (escalation.Role is { Length: > 0 } role)
            parts.Add(texts[escalation.HandOver ? "deadlines.goesTo" : "deadlines.alsoTo", choices.RoleTitle(role)]);
        if (escalation.Priority is { Length: > 0 } priority)
            parts.Add(texts["deadlines.raises", Priority(priority)]);
        if (escalation.Event is { Length: > 0 } told)
            parts.Add(texts["deadlines.tells", told]);
        var when = escalation.After is { Length: > 0 } after && after != "0 min" ? texts["deadlines.after", after] : texts["deadlines.atOnce"];
        return $"{when.Value} {string.Join(", ", parts)}{Repeated(escalation.Every, escalation.Times)}";
    }

    private string Repeated(string? every, string? times) =>
        times is { Length: > 0 } count && count != "1" ? " " + texts["deadlines.repeated", every ?? "", count].Value : "";

    private string Priority(string key) => texts["priority." + key] is { ResourceNotFound: false } known ? known.Value.ToLowerInvariant() : key;
}
