using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class UpdateCase : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("UpdateCase", CaseWork, "Actualizar expediente", "Combina datos en un expediente y cambia su estado o su sede.") with
        {
            Inputs = InOrder(
                Text("Case", "Expediente", "El expediente que cambia. Ejemplo: getVariable('ExpedienteId')."),
                Script("Data", "Cambios", "Lo que cambia; lo demás queda y un null borra el campo. Ejemplo: ({ telefono: '686 000 0000' })."),
                Text("State", "Estado", "El estado nuevo; vacío lo deja como está."),
                Text("Site", "Sede", "La sede nueva; vacío la deja como está.")),
            Outputs = [Output("Result", "Object", "Datos", "Datos del expediente después del cambio.")],
        };

    public override void Execute(ActivityContext context)
    {
        var found = context.RequiredCase("Case");
        context.World().Update(found, context.Object("Data") ?? [], context.Text("State"), context.Text("Site"));
        context.SetOutput("Result", found.Data());
        context.Complete();
    }
}
