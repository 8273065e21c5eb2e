using System.Text.Json.Nodes;

namespace WorkflowHost.Tests.Running;

/// <summary>A small world of its own: a clinic with two sites, told in the shape of the shipped content.</summary>
public static class StageContent
{
    public const string Plan = """
        {
          "key": "stage", "title": {"es": "Ensayo"}, "timeZone": "America/Tijuana", "language": "es",
          "roles": [
            {"key": "clerk", "title": {"es": "Registro"}, "permissions": ["tasks.work", "forms.start"], "sensitivity": ["general", "personal"]},
            {"key": "nurse", "title": {"es": "Enfermería"}, "permissions": ["tasks.work"], "sensitivity": ["general", "personal", "medical"]}
          ],
          "segments": [{"key": "beds", "title": {"es": "Camas"}}],
          "sites": [
            {"key": "north", "title": {"es": "Norte"}, "state": "open", "capacity": {"beds": 5}},
            {"key": "south", "title": {"es": "Sur"}, "state": "open", "capacity": {"beds": 3}}
          ],
          "caseTypes": [
            {"key": "person", "title": {"es": "Persona"}, "plural": {"es": "Personas"}, "titleTemplate": "{name}",
             "identity": [["name"]], "search": ["name"], "states": [{"key": "active", "title": {"es": "Activa"}, "open": true}],
             "initialState": "active", "fields": [{"key": "name", "label": {"es": "Nombre"}, "type": "text", "sensitivity": "personal"}]}
          ],
          "linkKinds": [], "partners": [], "factTypes": [{"key": "arrival", "title": {"es": "Llegada"}}],
          "indicators": [{"key": "arrivals", "title": {"es": "Llegadas"}, "fact": "arrival", "measure": "count", "uniqueBy": "case", "filter": null, "evidence": "submission"}],
          "assignmentRules": [{"key": "any", "title": {"es": "Cualquiera"}, "when": "true", "segment": "beds", "sites": "*", "reason": {"es": "Hay cama"}}],
          "events": ["person.placed"],
          "webhookSources": [{"key": "partner", "signature": "standard-webhooks", "starts": "announced"}]
        }
        """;

    public static JsonObject Intake { get; } = Form("intake", "personal", """[{"type": "textfield", "key": "name", "label": "Nombre", "input": true, "validate": {"required": true}}]""");

    public static JsonObject Check { get; } = Form("check", "medical", """
        [{"type": "number", "key": "temperature", "label": "Temperatura", "input": true, "validate": {"required": true, "min": 33, "max": 43}},
         {"type": "radio", "key": "verdict", "label": "Dictamen", "input": true, "validate": {"required": true},
          "values": [{"value": "fit", "label": "Apta"}, {"value": "again", "label": "Otra vez"}]}]
        """, "verdict");

    /// <summary>Intake by form, a check by a nurse that may be repeated after a day, a place, a fact, an event.</summary>
    public static JsonObject IntakeWorkflow { get; } = WorkflowText.Flow("intake")
        .Variable("Data", "Object").Variable("Person", "String").Variable("Verdict", "Object")
        .Step("received", "WorkflowHost.FormReceived", canStart: true, ("form", "intake"), ("role", "clerk"), ("submission", "->Data"))
        .Step("open", "WorkflowHost.CreateCase", ("caseType", "person"), ("data", "=getVariable('Data')"), ("site", "north"), ("result", "->Person"))
        .Step("arrived", "WorkflowHost.RecordFact", ("factType", "arrival"), ("case", "=getVariable('Person')"))
        .Step("check", "WorkflowHost.FormTask", ("form", "check"), ("title", "Revisar"), ("role", "nurse"), ("site", "north"),
            ("case", "=getVariable('Person')"), ("due", "PT4H"), ("outcomes", "[fit,again]"), ("submission", "->Verdict"))
        .Step("wait", "Elsa.Delay", ("timeSpan", "1.00:00:00"))
        .Step("place", "WorkflowHost.ReservePlace", ("case", "=getVariable('Person')"))
        .Step("tell", "WorkflowHost.EmitEvent", ("eventType", "person.placed"), ("case", "=getVariable('Person')"))
        .Step("full", "Elsa.SetName", ("value", "Sin lugar"))
        .Connect("received", "open").Connect("open", "arrived").Connect("arrived", "check")
        .Connect("check", "place", "fit").Connect("check", "wait", "again").Connect("wait", "check")
        .Connect("place", "tell", "Reserved").Connect("place", "full", "Full")
        .Json;

    /// <summary>Started by webhook: a clerk fills the intake that was announced.</summary>
    public static JsonObject AnnouncedWorkflow { get; } = WorkflowText.Flow("announced")
        .Step("begin", "Elsa.Start")
        .Step("fill", "WorkflowHost.FormTask", ("form", "intake"), ("title", "=getInput('Source') + ': ' + getInput('Payload').name"),
            ("role", "clerk"), ("prefill", "=({ name: getInput('Payload').name })"))
        .Connect("begin", "fill")
        .Json;

    private static JsonObject Form(string key, string sensitivity, string components, string? decision = null) => new()
    {
        ["name"] = key,
        ["title"] = key,
        ["display"] = "form",
        ["properties"] = decision is null
            ? new JsonObject { ["sensitivity"] = sensitivity }
            : new JsonObject { ["sensitivity"] = sensitivity, ["decision"] = decision },
        ["components"] = JsonNode.Parse(components),
    };
}
