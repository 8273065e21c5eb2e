namespace WorkflowHost.Replay;

/// <summary>What people are going to do, by time; at the same time in the order it was noted.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<AgendaItem, (DateTimeOffset At, long Order)> _items = new();
    private long _order;

    public int Count => _items.Count;

    /// <summary>Time of the next item; null when there is none.</summary>
    public DateTimeOffset? Next => _items.TryPeek(out _, out var priority) ? priority.At : null;

    public void Add(AgendaItem item) => _items.Enqueue(item, (item.At, _order++));

    /// <summary>Takes everything up to and including the given time.</summary>
    public IReadOnlyList<AgendaItem> Take(DateTimeOffset until)
    {
        var taken = new List<AgendaItem>();
        while (_items.TryPeek(out _, out var priority) && priority.At <= until)
            taken.Add(_items.Dequeue());
        return taken;
    }
}
