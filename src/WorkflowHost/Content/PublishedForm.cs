using Formio;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Content;

/// <summary>One version of a form, ready to judge submissions. Immutable.</summary>
public sealed class PublishedForm
{
    /// <summary>Name of the form's property that says it is retired.</summary>
    public const string RetiredProperty = "retired";

    private PublishedForm(string key, int version, string json, CompiledForm compiled)
    {
        Key = key;
        Version = version;
        Json = json;
        Compiled = compiled;
    }

    public string Key { get; }

    public int Version { get; }

    /// <summary>The form.io JSON as the renderer gets it.</summary>
    public string Json { get; }

    public CompiledForm Compiled { get; }

    public FormDefinition Definition => Compiled.Definition;

    public string Title => Definition.Title is { Length: > 0 } title ? title : Key;

    /// <summary>Key of the component whose value decides how the workflow goes on; null when the form decides nothing.</summary>
    public string? Decision => Property("decision");

    public string? Category => Property("category");

    /// <summary>Who may open it. A form that does not say is taken for medical: the safe mistake.</summary>
    public Sensitivity Sensitivity =>
        Enum.TryParse<Sensitivity>(Property("sensitivity"), ignoreCase: true, out var sensitivity)
            ? sensitivity
            : Sensitivity.Medical;

    /// <summary>When this version was published; null for one that never was.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>True: it starts nothing new; what began with it, drafts and tasks, can still be sent.</summary>
    public bool IsRetired => Property(RetiredProperty) == "true";

    public static PublishedForm Compile(
        string key, int version, string json, FormCompileOptions options, DateTimeOffset? publishedAt = null) =>
        new(key, version, json, CompiledForm.Compile(FormDefinition.Parse(json), options)) { PublishedAt = publishedAt };

    private string? Property(string name) =>
        Definition.Properties.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
