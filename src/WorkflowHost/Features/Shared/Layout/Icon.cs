using System.Collections.Concurrent;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkflowHost.Features.Shared.Layout;

/// <summary>
/// Draws one Bootstrap icon in place, so a page carries the four icons it uses and not a font of two thousand.
/// Always decoration: the words beside it carry the meaning.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon(IWebHostEnvironment environment) : TagHelper
{
    private static readonly ConcurrentDictionary<string, string> Drawings = new(StringComparer.Ordinal);

    /// <summary>File name in the bootstrap-icons package, without extension.</summary>
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("viewBox", "0 0 16 16");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(Drawings.GetOrAdd(Name, Read));
    }

    private string Read(string name)
    {
        var file = Path.Combine(environment.ContentRootPath, "node_modules/bootstrap-icons/icons", name + ".svg");
        if (!File.Exists(file))
            return "";

        var svg = File.ReadAllText(file);
        var start = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        return svg[start..svg.LastIndexOf("</svg>", StringComparison.Ordinal)].Trim();
    }
}
