namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>Vectors the engine answers differently, each with the reason.</summary>
internal static class VectorDeviations
{
    private const string Script = "a part of ECMAScript the expression sandbox does not have";

    public static IReadOnlyDictionary<string, string> Ids { get; } = new Dictionary<string, string>
    {
        ["expression/js-bigint"] = Script,
        ["expression/js-class"] = Script,
        ["expression/js-eval"] = Script,
        ["expression/js-generator"] = Script,
        ["expression/js-intl"] = Script,
        ["expression/js-symbol"] = Script,
        ["javascript/const-scope"] = Script,
        ["javascript/promise-result"] = Script,
    };
}
