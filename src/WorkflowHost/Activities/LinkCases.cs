using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class LinkCases : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("LinkCases", CaseWork, "Vincular expedientes", "Vincula un expediente con otro, por ejemplo una persona con su hogar.") with
        {
            Inputs = InOrder(
                Text("From", "De", "Identificador del expediente que agrupa."),
                Text("To", "A", "Identificador del expediente que pertenece."),
                Text("Kind", "Vínculo", "Clave del vínculo, tal como está en el plan."),
                Text("Role", "Papel", "Papel del segundo en el primero; puede quedar vacío.")),
        };

    public override void Execute(ActivityContext context)
    {
        context.World().Link(
            context.RequiredCaseId("From"), context.RequiredCaseId("To"), context.RequiredText("Kind"), context.Text("Role"));
        context.Complete();
    }
}
