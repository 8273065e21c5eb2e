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
                Text("Case", "Expediente", "Identificador del expediente."),
                Text("Kind", "Vínculo", "Clave del vínculo; vacío los lista todos.")),
            Outputs = [Output("Result", "Object", "Lista", "Lista de {id, role, type, title, state, site, data}.")],
        };

    public override void Execute(ActivityContext context)
    {
        var linked = context.World().Linked(context.RequiredCaseId("Case"), context.Text("Kind"));
        context.SetOutput("Result", new JsonArray([.. linked.Select(CaseView.Linked)]));
        context.Complete();
    }
}
