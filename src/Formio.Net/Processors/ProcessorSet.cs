namespace Formio.Processors;

/// <summary>Which processors run. All of them, but for comparisons with form.io's own tests.</summary>
[Flags]
internal enum ProcessorSet
{
    None = 0,
    Filter = 1,
    DefaultValue = 2,
    Fetch = 4,
    Calculate = 8,
    Conditions = 16,
    Logic = 32,
    Normalize = 64,
    ClearHidden = 128,
    Validate = 256,
    All = 511,
}
