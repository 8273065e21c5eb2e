using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Forms;

/// <summary>The form as the browser gets it: without addresses of form.io's own server, which is not ours.</summary>
public static class RenderedForm
{
    private static readonly string[] Foreign = ["_id", "project", "owner", "machineName", "action", "controller", "module", "access", "submissionAccess"];

    public static string Of(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject form)
            return json;

        foreach (var name in Foreign)
            form.Remove(name);
        // PDF display needs form.io's PDF server (contract formio.md, 5.4); the same questions are asked as a plain form.
        if ((string?)form["display"] == "pdf")
            form["display"] = "form";
        return form.ToJsonString();
    }
}
