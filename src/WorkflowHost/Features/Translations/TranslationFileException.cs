namespace WorkflowHost.Features.Translations;

/// <summary>A file that was sent as a table of words and is none.</summary>
/// <param name="line">Where it stopped being readable, from 1.</param>
public sealed class TranslationFileException(long line, Exception? inner) : Exception($"Line {line} is not readable as CSV.", inner)
{
    public long Line { get; } = line;
}
