using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class OccupyPlace : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("OccupyPlace", Places, "Ocupar lugar", "Registra que los ocupantes llegaron al lugar reservado.") with
        {
            Inputs = InOrder(
                Text("Case", "Expediente", "Quién llegó. Ejemplo: getVariable('ExpedienteId')."),
                Script("Occupants", "Ocupantes", "Varias personas en vez de una. Ejemplo: getVariable('Integrantes').map(x => x.id).")),
        };

    public override void Execute(ActivityContext context)
    {
        foreach (var occupant in context.Occupants("Occupants", "Case"))
            context.World().Occupy(occupant.Id);
        context.Complete();
    }
}
