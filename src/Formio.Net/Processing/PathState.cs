namespace Formio.Processing;

/// <summary>What the pass knows about one path; components that share a path share it, as in form.io.</summary>
internal sealed class PathState(string path)
{
    public string Path { get; } = path;

    /// <summary>Whether the filter lets the value through.</summary>
    public bool IsMarked { get; set; }

    /// <summary>Null until a condition or logic said something.</summary>
    public bool? IsConditionallyHidden { get; set; }

    public bool IsCleared { get; set; }
}
