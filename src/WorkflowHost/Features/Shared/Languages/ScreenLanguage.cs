namespace WorkflowHost.Features.Shared.Languages;

/// <param name="Culture">Formats dates and numbers.</param>
/// <param name="Tag">Two letters: the page's <c>lang</c>, form.io's language, the key in plan.json.</param>
/// <param name="OwnName">As its speakers write it.</param>
public sealed record ScreenLanguage(string Culture, string Tag, string OwnName);
