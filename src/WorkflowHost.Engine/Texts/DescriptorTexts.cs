using System.Collections.Frozen;
using System.Text.Json;

namespace WorkflowHost.Engine.Texts;

/// <summary>
/// Descriptors of built-in activities in the language of the designer. English is written in the descriptors; other languages are
/// dictionaries beside this file, from the English text. What has no entry stays as it is, so activities of a host's own pass
/// unchanged. Names, outcomes and values are never translated: definitions hold them.
/// </summary>
public static class DescriptorTexts
{
    private static readonly Lazy<FrozenDictionary<string, string>> Spanish = new(() => Read("es.json"));

    /// <summary>The descriptor with its texts in a language; unknown languages give English.</summary>
    /// <param name="descriptor">A descriptor.</param>
    /// <param name="language">Two letters, for example <c>es</c>.</param>
    public static ActivityDescriptor In(this ActivityDescriptor descriptor, string language)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return language == "es" ? descriptor.Say(text => Spanish.Value.GetValueOrDefault(text, text)) : descriptor;
    }

    /// <summary>The descriptor with every text that a person reads put through <paramref name="words"/>.</summary>
    public static ActivityDescriptor Say(this ActivityDescriptor descriptor, Func<string, string> words)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(words);
        string? Text(string? text) => text is null ? null : words(text);
        return descriptor with
        {
            Category = words(descriptor.Category),
            DisplayName = Text(descriptor.DisplayName),
            Description = Text(descriptor.Description),
            Inputs = [.. descriptor.Inputs.Select(input => input with
            {
                DisplayName = Text(input.DisplayName),
                Description = Text(input.Description),
                Category = Text(input.Category),
            })],
            Outputs = [.. descriptor.Outputs.Select(output => output with
            {
                DisplayName = Text(output.DisplayName),
                Description = Text(output.Description),
            })],
            Ports = [.. descriptor.Ports.Select(port => port with { DisplayName = words(port.DisplayName) })],
        };
    }

    /// <summary>True when there is a translation; tests ask so that none is forgotten.</summary>
    internal static bool Knows(string english) => Spanish.Value.ContainsKey(english);

    private static FrozenDictionary<string, string> Read(string name)
    {
        using var stream = typeof(DescriptorTexts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return (JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? []).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
