namespace Formio.Forms;

/// <summary>Bounds of form JSON: recursion over it must never exhaust a stack.</summary>
internal static class FormLimits
{
    /// <summary>Depth of the JSON text; a component level costs two to four.</summary>
    public const int JsonDepth = 256;
}
