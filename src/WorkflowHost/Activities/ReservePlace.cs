using WorkflowHost.Cases.Files;
using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class ReservePlace : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("ReservePlace", Places, "Reservar lugar", "Busca un lugar para todos los ocupantes juntos, según las reglas del plan.") with
        {
            Inputs = InOrder(
                Text("Case", "Expediente", "Para quién es el lugar. Ejemplo: getVariable('ExpedienteId')."),
                Script("Occupants", "Ocupantes", "Quiénes duermen juntos; vacía reserva para el expediente. Ejemplo: getVariable('Integrantes').map(x => x.id)."),
                Text("Site", "Sede", "La sede, si una persona ya decidió; vacío sigue las reglas del plan."),
                Text("Segment", "Segmento", "El segmento, si una persona ya decidió; vacío sigue las reglas del plan.")),
            Outputs =
            [
                Output("AssignedSite", "String", "Sede asignada", "Sede donde hay lugar."),
                Output("AssignedSegment", "String", "Segmento asignado", "Segmento donde hay lugar."),
                Output("Reason", "String", "Motivo", "Por qué ahí, o por qué no hay lugar."),
            ],
            Ports = Ports(("Reserved", "Reservado"), ("Full", "Sin lugar")),
        };

    public override void Execute(ActivityContext context)
    {
        var decision = context.World().Reserve(
            context.Occupants("Occupants", "Case"), context.Text("Site"), context.Text("Segment"), About(context));
        context.SetOutput("Reason", decision.Reason);
        context.SetOutput("AssignedSite", decision.SiteKey);
        context.SetOutput("AssignedSegment", decision.Segment);
        context.Complete(decision.Placed ? "Reserved" : "Full");
    }

    // Rules may ask about the household as well as about those who will sleep there.
    private static Case? About(ActivityContext context) =>
        context.CaseId("Case") is { } id ? context.World().Find(id) : null;
}
