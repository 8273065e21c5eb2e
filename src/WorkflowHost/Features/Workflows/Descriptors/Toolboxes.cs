using WorkflowHost.Content;

namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>The toolbox of what is published: a new form, a new role or a workflow usable as an activity changes it.</summary>
public sealed class Toolboxes(PublishedContent content)
{
    private volatile Made? _last;

    public Toolbox Current
    {
        get
        {
            var now = content.Current;
            var last = _last;
            if (last?.From != now)
                _last = last = new Made(now, new Toolbox(now.Registry, now));
            return last.Toolbox;
        }
    }

    private sealed record Made(ContentSnapshot From, Toolbox Toolbox);
}
