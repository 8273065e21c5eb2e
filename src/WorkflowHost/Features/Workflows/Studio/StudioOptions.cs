namespace WorkflowHost.Features.Workflows.Studio;

/// <summary>Where the files of Elsa Studio lie and how its pages speak.</summary>
public sealed class StudioOptions
{
    public const string Section = "Studio";

    /// <summary>Folder of the npm package, absolute or relative to the content root.</summary>
    public string Files { get; set; } = "node_modules/@elsa-workflows/elsa-studio-wasm";

    /// <summary>
    /// Culture of dates and numbers inside Studio. It must write decimals with a point: Studio puts numbers into CSS.
    /// </summary>
    public string Culture { get; set; } = "es-MX";
}
