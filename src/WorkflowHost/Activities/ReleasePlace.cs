using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class ReleasePlace : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("ReleasePlace", Places, "Liberar lugar", "Libera el lugar de los ocupantes para que otra persona pueda usarlo.") with
        {
            Inputs = InOrder(
                Text("Case", "Expediente", "Quién deja el lugar. Ejemplo: getVariable('ExpedienteId')."),
                Script("Occupants", "Ocupantes", "Varias personas en vez de una. Ejemplo: getVariable('Integrantes').map(x => x.id)."),
                Text("Reason", "Motivo", "Por qué se libera. Ejemplo: Salida confirmada.")),
        };

    public override void Execute(ActivityContext context)
    {
        foreach (var occupant in context.Occupants("Occupants", "Case"))
            context.World().Release(occupant.Id, context.Text("Reason") ?? "");
        context.Complete();
    }
}
