namespace WorkflowHost.Features.Publications;

/// <summary>What the page sends.</summary>
public sealed class PublishForm
{
    public IReadOnlyList<string>? Paths { get; set; }

    /// <summary>Tokens of what was shown, by path.</summary>
    public Dictionary<string, string>? Seen { get; set; }

    public bool Chose(string path) => Paths?.Contains(path) == true;

    public string TokenOf(string path) => Seen?.GetValueOrDefault(path) ?? "";

    public string? Note { get; set; }

    /// <summary>Only look what is wrong.</summary>
    public bool Check { get; set; }

    /// <summary>Longer stories belong elsewhere.</summary>
    public string ShortNote => Note is null ? "" : Note.Trim() is { Length: > 500 } trimmed ? trimmed[..500] : Note.Trim();
}
