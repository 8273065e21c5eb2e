using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using WorkflowHost.Running;

namespace WorkflowHost.Replay;

/// <summary>Counts what happens and says so, at most once a second; keeps the first refusals of each form.</summary>
internal sealed class ReplayProgress(TextWriter output, TimeZoneInfo zone)
{
    private const int RefusalsShown = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<string> _refusals = new();
    private long _lastSaid;
    private int _accepted;
    private int _refused;

    public int Accepted => _accepted;

    public int Refused => _refused;

    public IEnumerable<string> Refusals => _refusals;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    public void Planned(int todo, int done) =>
        output.WriteLine(done == 0 ? $"{todo} forms will start something" : $"Going on: {done} starts are done, {todo} are left");

    public void Submitted(AgendaItem item, SubmissionAnswer answer)
    {
        switch (answer)
        {
            case SubmissionAnswer.Accepted or SubmissionAnswer.Duplicate:
                Interlocked.Increment(ref _accepted);
                break;
            // Somebody else, or another branch, has settled the task: nothing is wrong.
            case SubmissionAnswer.Conflict { Code: "task.closed" }:
                break;
            default:
                if (Interlocked.Increment(ref _refused) <= RefusalsShown)
                    _refusals.Enqueue($"{Describe(item)}: {Describe(answer)}");
                break;
        }
    }

    public void At(DateTimeOffset now, int waiting)
    {
        if (_lastSaid != 0 && Stopwatch.GetElapsedTime(_lastSaid) < Pause)
            return;
        _lastSaid = Stopwatch.GetTimestamp();
        var day = TimeZoneInfo.ConvertTime(now, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{day}  {_accepted} forms accepted, {waiting} waiting  ({Elapsed.TotalSeconds:0} s)"));
    }

    private static string Describe(AgendaItem item) => item switch
    {
        FillStart fill => $"{fill.Start.Form} of {fill.Subject?.Identity}",
        AnswerTask answer => $"{answer.Task.Form} of {answer.Subject?.Identity} (task {answer.Task.Id})",
        _ => item.GetType().Name,
    };

    private static string Describe(SubmissionAnswer answer) => answer switch
    {
        SubmissionAnswer.Invalid invalid => string.Join("; ", invalid.Result.Errors.Select(e => $"{e.Path} {e.RuleName}: {e.Message}")),
        SubmissionAnswer.Conflict conflict => conflict.Code,
        _ => answer.GetType().Name,
    };
}
