using Microsoft.Extensions.Configuration;
using WorkflowHost.Tests.Replay;
using WorkflowHost.Trials;

namespace WorkflowHost.Tests.Trials;

/// <summary>The shipped files by path, and templates over them that the tests of this folder share.</summary>
public sealed class ShippedContent : IDisposable
{
    public static IConfiguration NoSettings { get; } = new ConfigurationBuilder().Build();

    public IReadOnlyDictionary<string, string> Files { get; } = Read();

    public TrialTemplates Templates { get; } = new(NoSettings);

    public ExampleCases Examples => new(Templates, NoSettings, TimeProvider.System);

    public void Dispose() => Templates.Dispose();

    private static Dictionary<string, string> Read() =>
        new[] { "workflows", "workflows/examples", "forms", "forms/catalogs", "forms/i18n", "forms/examples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ScenarioFiles.Root, folder), "*.json").Select(file => ($"{folder}/{Path.GetFileName(file)}", file)))
            .ToDictionary(file => file.Item1, file => File.ReadAllText(file.file), StringComparer.Ordinal);
}

[CollectionDefinition(Name)]
public sealed class ShippedCollection : ICollectionFixture<ShippedContent>
{
    public const string Name = "shipped content";
}
