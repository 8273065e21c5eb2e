using WorkflowHost.Cases.Plans;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>What is published at one moment. Immutable: a submission or a burst sees one snapshot from beginning to end.</summary>
public sealed class ContentSnapshot
{
    public required Plan Plan { get; init; }

    /// <summary>Elsa's activities, ours, and published workflows usable as activities.</summary>
    public required ActivityRegistry Registry { get; init; }

    /// <summary>Runs bursts in the plan's time zone.</summary>
    public required WorkflowInterpreter Interpreter { get; init; }

    /// <summary>The published version of each definition, by definition id.</summary>
    public required IReadOnlyDictionary<string, CompiledWorkflow> Workflows { get; init; }

    /// <summary>The published version of each form, by key.</summary>
    public required IReadOnlyDictionary<string, PublishedForm> Forms { get; init; }

    /// <summary>Forms that start something, by title.</summary>
    public required IReadOnlyList<StartForm> StartForms { get; init; }

    /// <summary>Translations by language: visible text to text, those of one form winning over the general ones.</summary>
    public required ContentDictionaries Dictionaries { get; init; }

    /// <summary>Words of the screens that were changed here, by language and name of the text.</summary>
    public required ContentDictionaries ScreenTexts { get; init; }

    /// <summary>Catalogs by name: value to label.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Catalogs { get; init; }

    /// <summary>Ready components of the builder by group, as they are stored.</summary>
    public IReadOnlyDictionary<string, string> Presets { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// What the steps of published processes and of drafts say literally, by type and input: pickers show it even when the plan
    /// has it no longer.
    /// </summary>
    public IReadOnlySet<(string Type, string Input, string Value)> LiteralsInUse { get; init; } = new HashSet<(string, string, string)>();

    /// <summary>Ready parts for designers, in their order.</summary>
    public IReadOnlyList<Fragment> Fragments { get; init; } = [];

    public CompiledWorkflow? FindWorkflow(string definitionId) => Workflows.GetValueOrDefault(definitionId);

    public PublishedForm? FindForm(string key) => Forms.GetValueOrDefault(key);

    public StartForm? FindStart(string form) => StartForms.FirstOrDefault(start => start.Form == form);
}
