using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class GetCase : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("GetCase", CaseWork, "Leer expediente", "Lee los datos de un expediente para usarlos en los pasos que siguen.") with
        {
            Inputs = InOrder(Text("Case", "Expediente", "El expediente que se lee. Ejemplo: getVariable('ExpedienteId').")),
            Outputs = [Output("Result", "Object", "Expediente", "Objeto con id, type, folio, title, state, site y los campos.")],
        };

    public override void Execute(ActivityContext context)
    {
        context.SetOutput("Result", CaseView.Flat(context.RequiredCase("Case")));
        context.Complete();
    }
}
