using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Forms;

/// <summary>The form as the browser gets it: without addresses of form.io's own server, which is not ours.</summary>
public static class RenderedForm
{
    private static readonly string[] Foreign = ["_id", "project", "owner", "machineName", "action", "controller", "module", "access", "submissionAccess"];

    /// <param name="words">Visible text to translation; the renderer itself does not translate the text of content components.</param>
    public static string Of(string json, IReadOnlyDictionary<string, string> words)
    {
        if (JsonNode.Parse(json) is not JsonObject form)
            return json;

        foreach (var name in Foreign)
            form.Remove(name);
        // PDF display needs form.io's PDF server (contract formio.md, 5.4); the same questions are asked as a plain form.
        if ((string?)form["display"] == "pdf")
            form["display"] = "form";
        Translate(form["components"], words);
        return form.ToJsonString();
    }

    private static void Translate(JsonNode? node, IReadOnlyDictionary<string, string> words)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Translate(item, words);
        }
        else if (node is JsonObject component)
        {
            if (component["html"] is JsonValue html && html.TryGetValue<string>(out var text) && words.TryGetValue(text, out var translation))
                component["html"] = translation;
            foreach (var name in new[] { "components", "columns", "rows" })
                Translate(component[name], words);
        }
    }
}
