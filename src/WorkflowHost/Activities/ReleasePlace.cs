using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class ReleasePlace : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("ReleasePlace", Places, "Liberar lugar", "Libera el lugar de los ocupantes para que otra persona pueda usarlo.") with
        {
            Inputs = InOrder(
                Text("Case", "Expediente", "Identificador de la persona."),
                Script("Occupants", "Ocupantes", "Lista de identificadores, en vez de uno solo."),
                Text("Reason", "Motivo", "Por qué se libera.")),
        };

    public override void Execute(ActivityContext context)
    {
        foreach (var occupant in context.Occupants("Occupants", "Case"))
            context.World().Release(occupant.Id, context.Text("Reason") ?? "");
        context.Complete();
    }
}
