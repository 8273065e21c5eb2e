using WorkflowHost.Running.Versions;

namespace WorkflowHost.Features.Workflows.Migrations;

/// <summary>A migration as the page sends it: which workflow, to which version, and which old step became which.</summary>
public sealed class MigrationDraft
{
    /// <summary>Definition id.</summary>
    public string Definition { get; set; } = "";

    /// <summary>Version id; null takes the published version.</summary>
    public string? To { get; set; }

    /// <summary>Old activity ids, each with its partner at the same place of <see cref="Into"/>.</summary>
    public List<string?> From { get; set; } = [];

    /// <summary>New activity ids; an empty one leaves the old step without a partner.</summary>
    public List<string?> Into { get; set; } = [];

    public bool AcceptsLostAnswers { get; set; }

    /// <summary>Shows only instances of that verdict; null shows all.</summary>
    public MigrationVerdict? Verdict { get; set; }

    public int Page { get; set; } = 1;

    public IReadOnlyDictionary<string, string> Renamed()
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (from, into) in From.Zip(Into))
        {
            if (!string.IsNullOrEmpty(from) && !string.IsNullOrEmpty(into))
                renamed[from] = into;
        }

        return renamed;
    }
}
