namespace WorkflowHost.Features.Shared.Languages;

/// <summary>Names the resource with every sentence of the screens; Texts.resx is Spanish, the language of the house.</summary>
public sealed class Texts;
