using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>
/// A ready part of a process: an Elsa definition whose steps, arrows and variables a designer puts into a process, with a title
/// and an explanation by language in its <c>customProperties.fragment</c>.
/// </summary>
public sealed class Fragment
{
    private Fragment(WorkflowDefinition definition, JsonObject about)
    {
        Definition = definition;
        Title = Texts(about, "title");
        Help = Texts(about, "help");
        Order = about["order"] is JsonValue order && order.TryGetValue<int>(out var number) ? number : int.MaxValue;
    }

    /// <summary>What the file is called and the address names.</summary>
    public string Key => Definition.DefinitionId;

    public WorkflowDefinition Definition { get; }

    public LocalizedText Title { get; }

    public LocalizedText Help { get; }

    /// <summary>Place in the list; those without one stand last.</summary>
    public int Order { get; }

    /// <exception cref="WorkflowDefinitionException">It is no definition.</exception>
    public static Fragment Parse(string json)
    {
        var definition = WorkflowDefinition.Parse(json);
        var properties = definition.ToJsonObject()["customProperties"] as JsonObject;
        return new Fragment(definition, properties?["fragment"] as JsonObject ?? []);
    }

    internal static IReadOnlyList<Fragment> ReadAll(IEnumerable<StoredContent> texts) =>
        [.. texts.Select(text => Parse(text.Json)).OrderBy(part => part.Order).ThenBy(part => part.Key, StringComparer.Ordinal)];

    private static LocalizedText Texts(JsonObject about, string name) => new(
        (about[name] as JsonObject ?? []).ToDictionary(text => text.Key, text => text.Value?.ToString() ?? "", StringComparer.Ordinal));
}
