using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Tests;

/// <summary>A right plan, to be used as it is or spoilt.</summary>
public static class SamplePlan
{
    public const string Json =
        """
        {
          "key": "sample", "title": {"es": "Ejemplo", "en": "Sample"}, "timeZone": "America/Tijuana", "language": "es",
          "roles": [
            {"key": "clerk", "title": {"es": "Registro"}, "permissions": ["tasks.work", "cases.read"],
             "sensitivity": ["general", "personal"]},
            {"key": "nurse", "title": {"es": "Enfermería"}, "permissions": ["tasks.work", "cases.read"],
             "sensitivity": ["general", "medical"]},
            {"key": "chief", "title": {"es": "Dirección"}, "permissions": ["indicators.read"],
             "sensitivity": ["general"], "allSites": true}
          ],
          "segments": [
            {"key": "minors", "title": {"es": "Menores"}},
            {"key": "families", "title": {"es": "Familias"}},
            {"key": "adults", "title": {"es": "Adultos"}}
          ],
          "sites": [
            {"key": "north", "title": {"es": "Norte"}, "state": "open", "capacity": {"families": 4, "adults": 1, "minors": 1}},
            {"key": "south", "title": {"es": "Sur"}, "state": "open", "capacity": {"families": 2, "adults": 3}},
            {"key": "west", "title": {"es": "Oeste"}, "state": "planned", "capacity": {"families": 90, "adults": 90}}
          ],
          "caseTypes": [
            {"key": "person", "title": {"es": "Persona"}, "plural": {"es": "Personas"}, "titleTemplate": "{name} {surname}",
             "identity": [["document"], ["name", "surname"]], "search": ["name"], "lookup": ["document"],
             "states": [{"key": "active", "title": {"es": "Activo"}}, {"key": "left", "title": {"es": "Egresado"}, "open": false}],
             "initialState": "active",
             "fields": [
               {"key": "name", "label": {"es": "Nombre"}, "type": "text", "sensitivity": "personal"},
               {"key": "surname", "label": {"es": "Apellido"}, "type": "text", "sensitivity": "personal"},
               {"key": "document", "label": {"es": "Documento"}, "type": "text", "sensitivity": "personal"},
               {"key": "age", "label": {"es": "Edad"}, "type": "number", "sensitivity": "general"},
               {"key": "illness", "label": {"es": "Enfermedad"}, "type": "text", "sensitivity": "medical"}
             ]}
          ],
          "linkKinds": [{"key": "knows", "from": "person", "to": "person", "title": {"es": "Conoce"}, "roles": ["friend"]}],
          "partners": [{"key": "clinic", "title": {"es": "Clínica"}, "services": ["health"]}],
          "factTypes": [{"key": "arrival", "title": {"es": "Ingreso"}}, {"key": "donation", "title": {"es": "Donativo"}}],
          "indicators": [
            {"key": "arrivals", "title": {"es": "Ingresos"}, "fact": "arrival", "measure": "count", "uniqueBy": "case"},
            {"key": "adults", "title": {"es": "Adultos"}, "fact": "arrival", "filter": "fact.data.age >= 18"},
            {"key": "donations", "title": {"es": "Donativos"}, "fact": "donation", "measure": "sum"}
          ],
          "assignmentRules": [
            {"key": "alone", "title": {"es": "Solos"}, "when": "people.every(p => p.age < 18)", "segment": "minors",
             "sites": "*", "final": true, "reason": {"es": "Menores sin adulto"}},
            {"key": "with-children", "title": {"es": "Con niños"}, "when": "people.some(p => p.age < 18)",
             "segment": "families", "sites": ["south", "north"], "reason": {"es": "Familia con niños"}},
            {"key": "adults", "title": {"es": "Adultos"}, "segment": "adults", "sites": "*", "reason": {"es": "Adultos"}}
          ],
          "events": ["case.left"],
          "webhookSources": [{"key": "clinic", "signature": "standard-webhooks", "starts": "intake"}]
        }
        """;

    public static Plan Parse() => Plan.Parse(Json);

    /// <summary>The plan with one thing changed.</summary>
    public static string With(Action<JsonObject> change)
    {
        var plan = JsonText.Object(Json);
        change(plan);
        return plan.ToJsonString();
    }
}
