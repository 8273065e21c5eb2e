using WorkflowHost.Delivery;
using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class EmitEvent : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("EmitEvent", Outside, "Avisar a sistemas externos", "Envía un aviso firmado a cada sistema suscrito a este evento.") with
        {
            Inputs = InOrder(
                Text("EventType", "Evento", "Clave del evento, tal como está en el plan."),
                Text("Case", "Expediente", "Expediente del que trata; se envía solo su identificador."),
                Script("Data", "Datos", "Objeto pequeño, sin datos personales.")),
        };

    public override void Execute(ActivityContext context)
    {
        var data = context.Object("Data") ?? [];
        // Thin on purpose: a receiver that needs more comes back through the audited interface.
        if (context.CaseId("Case") is { } id)
            data["caseId"] = id.ToString();
        context.AddEffect(new EventEmitted(context.EffectKey("event"), context.RequiredText("EventType"), data));
        context.Complete();
    }
}
