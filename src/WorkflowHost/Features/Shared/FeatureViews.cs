using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace WorkflowHost.Features.Shared;

/// <summary>A view lies beside the controller that shows it: the folder follows from the controller's namespace.</summary>
public sealed class FeatureViews : IViewLocationExpander
{
    private const string Folder = "feature";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is not ControllerActionDescriptor { ControllerTypeInfo.Namespace: { } name })
            return;

        var at = name.IndexOf("Features.", StringComparison.Ordinal);
        if (at >= 0)
            context.Values[Folder] = name[at..].Replace('.', '/');
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values.TryGetValue(Folder, out var folder))
            yield return $"/{folder}/{{0}}.cshtml";
        yield return "/Features/Shared/{0}.cshtml";
    }
}
