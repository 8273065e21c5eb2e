using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowHost.Content;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Fragments;

/// <summary>A small drawing of a fragment's steps and arrows, where its author put them.</summary>
internal static class FragmentPicture
{
    private const double Margin = 14;
    private const double Arrowhead = 9;

    public static string Svg(Fragment part)
    {
        var root = part.Definition.Root;
        var boxes = (root["activities"] as JsonArray ?? []).OfType<JsonObject>().Select(Box.Of).ToDictionary(box => box.Id, StringComparer.Ordinal);
        var left = boxes.Values.Min(box => box.X) - Margin;
        var top = boxes.Values.Min(box => box.Y) - Margin;
        var width = boxes.Values.Max(box => box.X + box.Width) - left + Margin;
        var height = boxes.Values.Max(box => box.Y + box.Height) - top + (3 * Margin);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left:0.#} {top:0.#} {width:0.#} {height:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" font-family=\"system-ui, sans-serif\">");
        svg.Append("<defs><marker id=\"to\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" orient=\"auto\"><path d=\"M0 0 10 5 0 10z\" fill=\"#475569\"/></marker></defs>");
        foreach (var connection in (root["connections"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (boxes.TryGetValue((connection["source"] as JsonObject).Text("activity") ?? "", out var from)
                && boxes.TryGetValue((connection["target"] as JsonObject).Text("activity") ?? "", out var to))
            {
                Arrow(svg, from, to);
            }
        }

        foreach (var box in boxes.Values)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" rx=\"6\" fill=\"#fff\" stroke=\"#475569\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{box.X + (box.Width / 2):0.#}\" y=\"{box.Y + (box.Height / 2) + 5:0.#}\" font-size=\"15\" text-anchor=\"middle\" fill=\"#1f2933\">{WebUtility.HtmlEncode(box.Text)}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>What stands on the boxes, in the order of the picture from left to right.</summary>
    public static IReadOnlyList<string> Steps(Fragment part) =>
        [.. (part.Definition.Root["activities"] as JsonArray ?? []).OfType<JsonObject>().Select(Box.Of).OrderBy(box => box.X).ThenBy(box => box.Y).Select(box => box.Text)];

    // To the right as Studio draws it; an arrow that goes back passes below.
    private static void Arrow(StringBuilder svg, Box from, Box to)
    {
        var (x1, y1) = (from.X + from.Width, from.Y + (from.Height / 2));
        var (x2, y2) = (to.X - 2, to.Y + (to.Height / 2));
        if (x2 - x1 < Arrowhead)
        {
            var isBelow = to.Y > from.Y + from.Height;
            var isAbove = from.Y > to.Y + to.Height;
            (x1, y1) = (from.X + (from.Width * (isAbove ? 0.35 : 0.65)), isAbove ? from.Y : from.Y + from.Height);
            (x2, y2) = (to.X + (to.Width * (isAbove ? 0.35 : 0.65)), isBelow ? to.Y : to.Y + to.Height + 2);
            var bow = isBelow || isAbove ? 0 : 3 * Margin;
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x1:0.#} {y1:0.#}C{x1:0.#} {y1 + bow:0.#} {x2:0.#} {y2 + bow:0.#} {x2:0.#} {y2:0.#}\" fill=\"none\" stroke=\"#475569\" marker-end=\"url(#to)\"/>");
            return;
        }

        var middle = (x1 + x2) / 2;
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x1:0.#} {y1:0.#}C{middle:0.#} {y1:0.#} {middle:0.#} {y2:0.#} {x2:0.#} {y2:0.#}\" fill=\"none\" stroke=\"#475569\" marker-end=\"url(#to)\"/>");
    }

    private sealed record Box(string Id, string Text, double X, double Y, double Width, double Height)
    {
        public static Box Of(JsonObject step)
        {
            var designer = step["metadata"]?["designer"] as JsonObject;
            return new Box(
                step.Text("id") ?? "",
                (step["metadata"] as JsonObject).Text("displayText") ?? step.Text("name") ?? "",
                Number(designer?["position"]?["x"], 0), Number(designer?["position"]?["y"], 0),
                Number(designer?["size"]?["width"], 200), Number(designer?["size"]?["height"], 54));
        }

        private static double Number(JsonNode? node, double fallback) => node is JsonValue value && value.TryGetValue(out double number) ? number : fallback;
    }
}
