namespace WorkflowHost.Features.Shared.Assets;

/// <summary>A folder of an npm package that browsers may read, and what in it.</summary>
/// <param name="Prefix">The first part of the address below <c>/lib/{version}/</c>.</param>
/// <param name="Folder">Folder relative to the content root.</param>
/// <param name="Allows">Decides by the path inside the folder, which uses forward slashes.</param>
public sealed record AssetFolder(string Prefix, string Folder, Func<string, bool> Allows);
