namespace WorkflowHost.Features.Translations;

/// <summary>One changed cell as the page sends it.</summary>
/// <param name="Was">What the cell held when the page was opened.</param>
/// <param name="OnlyHere">For this form only; otherwise the word holds wherever the same text stands.</param>
public sealed record TranslationChange(string Id, string Language, string? Was, string? Text, bool OnlyHere = false);

/// <summary>A cell that was not saved, and why in words.</summary>
public sealed record RefusedChange(string Id, string Language, string Says, string? Current);

/// <param name="Saved">How many cells were.</param>
/// <param name="Missing">Words each language still lacks.</param>
public sealed record TranslationAnswer(int Saved, IReadOnlyList<RefusedChange> Refused, IReadOnlyDictionary<string, int> Missing);
