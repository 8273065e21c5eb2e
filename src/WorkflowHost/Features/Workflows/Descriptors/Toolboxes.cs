using WorkflowHost.Content;

namespace WorkflowHost.Features.Workflows.Descriptors;

/// <summary>The toolbox of the registry in force; publishing a workflow that is usable as an activity changes it.</summary>
public sealed class Toolboxes(PublishedContent content)
{
    private volatile Toolbox? _last;

    public Toolbox Current
    {
        get
        {
            var registry = content.Current.Registry;
            var last = _last;
            if (last?.Registry != registry)
                _last = last = new Toolbox(registry);
            return last;
        }
    }
}
