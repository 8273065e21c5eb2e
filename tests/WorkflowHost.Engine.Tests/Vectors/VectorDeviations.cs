namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>Vectors the engine answers differently, each with the reason.</summary>
internal static class VectorDeviations
{
    private const string Sandbox = "code is never made from text";

    public static IReadOnlyDictionary<string, string> Ids { get; } = new Dictionary<string, string>
    {
        ["expression/js-eval"] = Sandbox,
    };
}
