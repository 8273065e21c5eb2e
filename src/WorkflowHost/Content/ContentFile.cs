namespace WorkflowHost.Content;

/// <summary>One shipped file, as it will be stored.</summary>
/// <param name="Path">Relative to the content root, with forward slashes: what mistakes are named by.</param>
/// <param name="Key">Definition id, form key, or language.</param>
/// <param name="Json">Text with everything inlined that the stored version must carry itself.</param>
/// <param name="Hash">SHA-256 of <paramref name="Json"/>; tells a changed file from one that was imported before.</param>
public sealed record ContentFile(ContentKind Kind, string Path, string Key, string Json, string Hash);

public enum ContentKind
{
    Plan,
    Workflow,
    Form,
    Catalog,

    /// <summary>Visible text to translation; the key is a language, or <c>form.language</c> for one form's own words.</summary>
    Dictionary,

    /// <summary>Words of the screens that differ from the shipped ones; the key is a language.</summary>
    Screen,

    /// <summary>Made-up answers kept with a form; the key is the form's.</summary>
    Example,

    /// <summary>Ready components of the builder; the key names their group.</summary>
    Preset,

    /// <summary>A ready part of a process for designers; the key is its definition id.</summary>
    Fragment,

    /// <summary>A case lived from the first form on with what has to come of it; the key is the name of the file.</summary>
    CaseExample,
}
