using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Data.Tests.Contracts;

/// <summary>A plan with one of everything.</summary>
public static class SamplePlan
{
    public static Plan Parse(int places = 50) => Plan.Parse(
        $$$"""
        {
          "key": "sample", "title": {"es": "Ejemplo"}, "timeZone": "America/Tijuana", "language": "es",
          "roles": [
            {"key": "clerk", "title": {"es": "Registro"}, "permissions": ["tasks.work", "forms.start", "cases.read"],
             "sensitivity": ["general", "personal"]}
          ],
          "segments": [{"key": "families", "title": {"es": "Familias"}}, {"key": "women", "title": {"es": "Mujeres"}}],
          "sites": [
            {"key": "north", "title": {"es": "Norte"}, "state": "open", "capacity": {"families": {{{places}}}, "women": 2}},
            {"key": "south", "title": {"es": "Sur"}, "state": "planned", "capacity": {"families": 5}}
          ],
          "caseTypes": [
            {"key": "person", "title": {"es": "Persona"}, "plural": {"es": "Personas"}, "titleTemplate": "{name} {surname}",
             "identity": [["document"], ["name", "surname", "born"]], "search": ["name", "surname", "document"],
             "states": [{"key": "active", "title": {"es": "Activo"}, "open": true},
                        {"key": "left", "title": {"es": "Egresado"}, "open": false}],
             "initialState": "active"},
            {"key": "household", "title": {"es": "Hogar"}, "plural": {"es": "Hogares"}, "titleTemplate": "{name}",
             "states": [], "lookup": ["code"]}
          ],
          "linkKinds": [{"key": "member", "from": "household", "to": "person", "title": {"es": "Integrante"}}],
          "partners": [{"key": "clinic", "title": {"es": "Clínica"}}],
          "factTypes": [{"key": "arrival", "title": {"es": "Ingreso"}}, {"key": "donation", "title": {"es": "Donativo"}}],
          "indicators": [
            {"key": "arrivals", "title": {"es": "Ingresos"}, "fact": "arrival", "measure": "count", "uniqueBy": "case"},
            {"key": "donations", "title": {"es": "Donativos"}, "fact": "donation", "measure": "sum"}
          ],
          "assignmentRules": [
            {"key": "all", "title": {"es": "Todos"}, "segment": "families", "sites": "*", "reason": {"es": "Hay lugar"}}
          ],
          "events": ["case.left"]
        }
        """);
}
