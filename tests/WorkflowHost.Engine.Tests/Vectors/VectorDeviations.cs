namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>Vectors the engine answers differently on purpose, each with the reason.</summary>
internal static class VectorDeviations
{
    public static IReadOnlyDictionary<string, string> Ids { get; } = new Dictionary<string, string>();
}
