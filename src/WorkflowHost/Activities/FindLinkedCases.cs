using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class FindLinkedCases : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("FindLinkedCases", CaseWork, "Expedientes vinculados", "Lista los expedientes vinculados con otro.") with
        {
            Inputs = InOrder(
                Text("Case", "Expediente", "El expediente del que se parte. Ejemplo: getVariable('GrupoId')."),
                Text("Kind", "Vínculo", "Qué relación se sigue; vacío las sigue todas.")),
            Outputs = [Output("Result", "Object", "Lista", "Lista de {id, role, type, title, state, site, data}.")],
        };

    public override void Execute(ActivityContext context)
    {
        var linked = context.World().Linked(context.RequiredCaseId("Case"), context.Text("Kind"));
        context.SetOutput("Result", new JsonArray([.. linked.Select(CaseView.Linked)]));
        context.Complete();
    }
}
