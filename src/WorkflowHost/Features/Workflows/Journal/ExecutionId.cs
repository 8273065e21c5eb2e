namespace WorkflowHost.Features.Workflows.Journal;

/// <summary>
/// The id of an activity execution as Studio sees it: instance and record, joined. Studio asks for a record by this id
/// alone, every second, and records lie inside the rows of their instance's bursts.
/// </summary>
public readonly record struct ExecutionId(string InstanceId, string RecordId)
{
    private const char Separator = '-';

    public static ExecutionId? Parse(string? text) =>
        text?.LastIndexOf(Separator) is > 0 and var at ? new ExecutionId(text[..at], text[(at + 1)..]) : null;

    public static string? Of(string instanceId, string? recordId) =>
        recordId is null ? null : new ExecutionId(instanceId, recordId).ToString();

    public override string ToString() => $"{InstanceId}{Separator}{RecordId}";
}
