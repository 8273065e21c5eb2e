namespace WorkflowHost.Features.Shared.Assets;

/// <summary>One file ready to send: as it is and, when it is text, packed once for every later request.</summary>
/// <param name="ContentType">With charset for text.</param>
/// <param name="Brotli">Null when packing would not help (fonts, images).</param>
public sealed record Asset(string ContentType, byte[] Plain, byte[]? Brotli, byte[]? Gzip);
