namespace WorkflowHost.Content;

/// <summary>A mistake in a content file that a person can mend.</summary>
/// <param name="File">Relative path of the file.</param>
/// <param name="Path">JSON path inside it, or a line.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong, and where possible what to write instead.</param>
public sealed record ContentMistake(string File, string Path, string Code, string Message)
{
    /// <summary>True for advice that does not stop a file from being used.</summary>
    public bool IsWarning { get; init; }

    public override string ToString() => $"{File}: {Path}: {(IsWarning ? "warning " : "")}{Code}: {Message}";
}
