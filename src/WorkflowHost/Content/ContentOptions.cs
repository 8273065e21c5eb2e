namespace WorkflowHost.Content;

/// <summary>Section <c>Content</c>: where the shipped files lie.</summary>
public sealed class ContentOptions
{
    public const string Section = "Content";

    /// <summary>Folder of definitions and plan.json; empty looks for <c>workflows</c> beside or above the program.</summary>
    public string Workflows { get; set; } = "";

    /// <summary>Folder of forms; empty looks for <c>forms</c> beside or above the program.</summary>
    public string Forms { get; set; } = "";

    /// <summary>The folder as set, else the nearest one of that name at or above <paramref name="from"/>.</summary>
    public static string Locate(string set, string name, string from)
    {
        if (set.Length > 0)
            return Path.GetFullPath(set, from);
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, name);
            if (Directory.Exists(candidate) && Directory.EnumerateFiles(candidate, "*.json").Any())
                return candidate;
        }

        return Path.Combine(from, name);
    }
}
