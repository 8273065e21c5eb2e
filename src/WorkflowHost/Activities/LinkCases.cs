using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class LinkCases : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("LinkCases", CaseWork, "Vincular expedientes", "Vincula un expediente con otro, por ejemplo una persona con su hogar.") with
        {
            Inputs = InOrder(
                Text("From", "De", "El expediente que agrupa. Ejemplo: getVariable('GrupoId')."),
                Text("To", "A", "El expediente que pertenece. Ejemplo: getVariable('ExpedienteId')."),
                Text("Kind", "Vínculo", "Qué relación tienen."),
                Text("Role", "Papel", "Papel del segundo en el primero; puede quedar vacío. Ejemplo: getVariable('Datos').parentesco.")),
        };

    public override void Execute(ActivityContext context)
    {
        context.World().Link(
            context.RequiredCaseId("From"), context.RequiredCaseId("To"), context.RequiredText("Kind"), context.Text("Role"));
        context.Complete();
    }
}
