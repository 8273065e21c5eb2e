using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine;

/// <summary>
/// What must survive between bursts, and nothing else (elsa-semantics 2.4): live records, persistent variables, bookmarks, queued
/// work, incidents. Immutable. The JSON is this engine's own compact form; Studio's shape comes from <see cref="ToStudioJson"/>.
/// </summary>
public sealed record WorkflowState
{
    internal WorkflowState()
    {
    }

    /// <summary>Id of the instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Stable id of the definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version id of the definition.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>Version number of the definition.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Main status.</summary>
    public WorkflowStatus Status => SubStatus
        is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted
        ? WorkflowStatus.Finished
        : WorkflowStatus.Running;

    /// <summary>Sub-status.</summary>
    public required WorkflowSubStatus SubStatus { get; init; }

    /// <summary>The mode all flowcharts of this instance run in, for its whole life.</summary>
    public required FlowchartMode FlowchartMode { get; init; }

    /// <summary>Name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Correlation id, or null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Instance that started this one, or null.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>Creation, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last burst, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>End, or null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Where the instance waits, by creation.</summary>
    public IReadOnlyList<Bookmark> Bookmarks { get; init; } = [];

    /// <summary>All incidents that nobody has repaired.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>Workflow output so far; do not change it.</summary>
    public JsonObject Output { get; init; } = [];

    /// <summary>
    /// Workflow variables by variable id (those a script created: by name) with their last values; what does not survive a wait is
    /// there only until the state has been stored and read again.
    /// </summary>
    public IReadOnlyDictionary<string, JsonNode?> Variables { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>The sequence number the next journal line gets.</summary>
    public int NextSequence { get; init; }

    internal string? ParentWaitsAt { get; init; }

    internal string? TriggerActivityId { get; init; }

    internal JsonObject Input { get; init; } = [];

    internal JsonObject Properties { get; init; } = [];

    internal IReadOnlyList<RecordState> Records { get; init; } = [];

    internal IReadOnlyList<QueuedWork> Queue { get; init; } = [];

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no state of this engine.</exception>
    public static WorkflowState Parse(string json) => StateReader.Read(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>Reads what <see cref="ToUtf8Json"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no state of this engine.</exception>
    public static WorkflowState Parse(ReadOnlyMemory<byte> utf8Json) => StateReader.Read(utf8Json);

    /// <summary>Compact JSON; a small waiting instance takes about one kilobyte.</summary>
    public string ToJson() => System.Text.Encoding.UTF8.GetString(ToUtf8Json());

    /// <summary>The same as UTF-8, the cheapest form to store.</summary>
    public byte[] ToUtf8Json() => StateWriter.Write(this);

    /// <summary>The same into a writer that others use again.</summary>
    public void WriteTo(System.Text.Json.Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        StateWriter.Write(json, this);
    }

    /// <summary>The <c>workflowState</c> document of the instance viewer (elsa-studio-contract 5.1).</summary>
    public JsonObject ToStudioJson() => StudioState.Of(this);

    /// <summary>The id alone: what is in a state belongs in no log.</summary>
    public override string ToString() => InstanceId;
}
