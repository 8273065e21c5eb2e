using System.Text.Json.Nodes;
using WorkflowHost.Cases.Files;

namespace WorkflowHost.Activities;

/// <summary>A case as scripts see it.</summary>
internal static class CaseView
{
    /// <summary>Own members beside the fields; a field of the same name gives way.</summary>
    public static JsonObject Flat(Case found)
    {
        var view = found.Data();
        view["id"] = found.Id.ToString();
        view["type"] = found.Type;
        view["folio"] = found.Folio;
        view["title"] = found.Title;
        view["state"] = found.State;
        view["site"] = found.SiteKey;
        return view;
    }

    public static JsonObject Linked(LinkedCase link) => new()
    {
        ["id"] = link.Case.Id.ToString(),
        ["role"] = link.Role,
        ["kind"] = link.Kind,
        ["type"] = link.Case.Type,
        ["folio"] = link.Case.Folio,
        ["title"] = link.Case.Title,
        ["state"] = link.Case.State,
        ["site"] = link.Case.SiteKey,
        ["data"] = link.Case.Data(),
    };
}
