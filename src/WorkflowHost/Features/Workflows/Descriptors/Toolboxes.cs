using System.Collections.Concurrent;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>
/// The toolbox of what is published, in the language of who asks: a new form, a new role or a workflow usable as an activity
/// changes it. Studio's words are Spanish or English; who reads another language of the screens gets Spanish.
/// </summary>
public sealed class Toolboxes(PublishedContent content)
{
    private volatile Made? _last;

    public Toolbox Current => In(DesignerLanguage);

    /// <summary>The language of this request, as far as the designer speaks it.</summary>
    public static string DesignerLanguage => ScreenLanguages.Current.Tag == "en" ? "en" : "es";

    public Toolbox In(string language)
    {
        var now = content.Current;
        var last = _last;
        if (last?.From != now)
            _last = last = new Made(now, new ConcurrentDictionary<string, Lazy<Toolbox>>(StringComparer.Ordinal));
        return last.ByLanguage.GetOrAdd(language, _ => new Lazy<Toolbox>(() => new Toolbox(now.Registry, now, language))).Value;
    }

    private sealed record Made(ContentSnapshot From, ConcurrentDictionary<string, Lazy<Toolbox>> ByLanguage);
}
