using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class CreateCase : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("CreateCase", CaseWork, "Abrir expediente", "Abre un expediente nuevo con los datos indicados.") with
        {
            Inputs = InOrder(
                Text("CaseType", "Tipo", "Qué clase de expediente se abre."),
                Script("Data", "Datos", "Los campos del expediente. Ejemplo: ({ nombre: getVariable('Datos').nombre })."),
                Text("Site", "Sede", "A qué sede pertenece; vacío si a ninguna.")),
            Outputs =
            [
                Output("Result", "String", "Expediente", "Identificador del expediente abierto."),
                Output("Folio", "String", "Folio", "Folio asignado."),
            ],
        };

    public override void Execute(ActivityContext context)
    {
        var created = context.World().Create(
            context.RequiredText("CaseType"), context.Object("Data") ?? [], context.Text("Site"));
        context.SetOutput("Result", created.Id.ToString());
        context.SetOutput("Folio", created.Folio);
        context.Complete();
    }
}
