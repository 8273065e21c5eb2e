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
                Text("EventType", "Evento", "De qué se avisa, con el nombre que los sistemas suscritos conocen."),
                Text("Case", "Expediente", "De qué expediente trata; se envía solo su identificador. Ejemplo: getVariable('ExpedienteId')."),
                Script("Data", "Datos", "Pocos datos y ninguno personal. Ejemplo: ({ servicio: 'consulta' }).")),
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
