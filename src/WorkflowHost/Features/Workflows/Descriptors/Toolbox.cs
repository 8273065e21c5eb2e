using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Activities;
using WorkflowHost.Content;
using WorkflowHost.Engine;
using WorkflowHost.Engine.Texts;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>
/// The activity types as Studio sees them: those of the engine and the stand-in for unknown ones. Studio asks for the
/// whole list after every autosave, so its bytes are made once.
/// </summary>
public sealed class Toolbox
{
    private readonly Dictionary<(string Type, int Version), ActivityDescriptor> _byType;

    /// <param name="content">What inputs can name; null offers no lists.</param>
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    public Toolbox(ActivityRegistry registry, ContentSnapshot? content = null, string language = "es")
    {
        Registry = registry;
        var pickers = content is null ? null : new InputPickers(content, language);
        _byType = Registry.Descriptors.Select(written => Show(written, pickers, language)).ToDictionary(d => (d.TypeName, d.Version));
        _byType[(UnknownActivities.TypeName, 1)] = NotFound.Say(text => OwnTexts.Say(text, language));
        Json = JsonSerializer.SerializeToUtf8Bytes(new ItemList<ActivityDescriptor>([.. _byType.Values]), StudioJson.Options);
        Tag = Convert.ToHexStringLower(SHA256.HashData(Json))[..16];
    }

    public ActivityRegistry Registry { get; }

    public byte[] Json { get; }

    public string Tag { get; }

    /// <summary>The type in exactly this version, as Studio looks it up.</summary>
    public ActivityDescriptor? Find(string type, int version) => _byType.GetValueOrDefault((type, version));

    /// <summary>1 for a type that is unknown.</summary>
    public int LatestVersion(string type) =>
        _byType.Keys.Where(k => k.Type == type).Select(k => k.Version).DefaultIfEmpty(1).Max();

    private static ActivityDescriptor Show(ActivityDescriptor written, InputPickers? pickers, string language)
    {
        var said = written.TypeName.StartsWith(ActivityShape.Prefix, StringComparison.Ordinal) ? written.InOwn(language) : written.In(language);
        return ActivityLooks.Paint(written, pickers?.Of(said) ?? said);
    }

    private static ActivityDescriptor NotFound { get; } = new()
    {
        TypeName = UnknownActivities.TypeName,
        Namespace = "Elsa",
        Name = "NotFoundActivity",
        Category = "System",
        DisplayName = "Actividad desconocida",
        Description = "Su tipo no existe en este programa. Se conserva tal como vino, pero no se puede publicar.",
        IsBrowsable = false,
        Inputs =
        [
            Fixed("MissingTypeName", "Tipo"),
            Fixed("MissingTypeVersion", "Versión del tipo"),
            Fixed("OriginalActivityJson", "Contenido"),
            // The ports in use; see UnknownActivities.
            new InputDescriptor
            {
                Name = "Outcomes", DisplayName = "Salidas", UiHint = "dynamic-outcomes", IsReadOnly = true, TypeName = "Object",
            },
        ],
    };

    private static InputDescriptor Fixed(string name, string label) =>
        new() { Name = name, DisplayName = label, IsWrapped = false, IsReadOnly = true, IsBrowsable = false, TypeName = "String" };
}
