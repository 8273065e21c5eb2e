using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Engine.Texts;

namespace WorkflowHost.Activities;

/// <summary>Our activities in the designer's language. They are written in Spanish; <c>Texts/en.json</c> is from the Spanish text.</summary>
public static class OwnTexts
{
    private static readonly Lazy<FrozenDictionary<string, string>> English = new(() => Read("Activities.en.json"));

    /// <param name="language"><c>en</c>; any other gives Spanish.</param>
    public static ActivityDescriptor InOwn(this ActivityDescriptor descriptor, string language)
    {
        if (language != "en")
            return descriptor;
        var said = descriptor.Say(Translate);
        return said with { Inputs = [.. said.Inputs.Select(WithChoices)] };
    }

    /// <summary>Another text of the designer, written in Spanish, in that language.</summary>
    public static string Say(string spanish, string language) => language == "en" ? Translate(spanish) : spanish;

    /// <summary>True when there is a translation; a test asks so that none is forgotten.</summary>
    internal static bool Knows(string spanish) => English.Value.ContainsKey(spanish);

    private static string Translate(string spanish) => English.Value.GetValueOrDefault(spanish, spanish);

    private static InputDescriptor WithChoices(InputDescriptor input)
    {
        if (input.UiHint != "dropdown")
            return input;
        var specifications = (JsonObject)input.UiSpecifications.DeepClone();
        foreach (var item in (specifications["dropdown"]?["selectList"]?["items"] as JsonArray ?? []).OfType<JsonObject>())
            item["text"] = Translate((string?)item["text"] ?? "");
        return input with { UiSpecifications = specifications };
    }

    private static FrozenDictionary<string, string> Read(string name)
    {
        using var stream = typeof(OwnTexts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return (JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? []).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
