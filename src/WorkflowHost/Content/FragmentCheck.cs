using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>A fragment is judged as the process that it is by itself; its loose ends are what a designer goes on from.</summary>
internal static class FragmentCheck
{
    public static IEnumerable<ContentMistake> Of(ContentFile file, ActivityRegistry registry, ContentReferences references, DateTimeOffset? now)
    {
        Fragment? part = null;
        ContentMistake? unusable = null;
        try
        {
            part = Fragment.Parse(file.Json);
        }
        catch (WorkflowDefinitionException e)
        {
            unusable = new ContentMistake(file.Path, "$", "fragment.unusable", e.Message);
        }

        return part is null ? [unusable!] : Of(file.Path, part, registry, references, now); // one of the two is there
    }

    private static IEnumerable<ContentMistake> Of(
        string file, Fragment part, ActivityRegistry registry, ContentReferences references, DateTimeOffset? now)
    {
        if (part.Title.In("es").Length == 0 || part.Help.In("es").Length == 0)
            yield return new ContentMistake(file, "$.customProperties.fragment", "fragment.no_title", "A fragment needs a title and a help text in Spanish.");
        if (ActivityJson.Text(part.Definition.Root, "type") != "Elsa.Flowchart" || !ActivityJson.Children(part.Definition.Root).Any())
            yield return new ContentMistake(file, "$.root", "fragment.no_steps", "A fragment is a flowchart with steps.");
        foreach (var mistake in ContentCheck.OfWorkflow(file, part.Definition, registry, references, now).Where(mistake => !mistake.IsWarning))
            yield return mistake;
    }
}
