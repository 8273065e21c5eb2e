using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Shared.Layout;

/// <summary>What the installation is called: the title of its plan, which is content.</summary>
public sealed class House(PublishedContent content)
{
    public string Name => content.Current.Plan.Title.In(ScreenLanguages.Current.Tag);
}
