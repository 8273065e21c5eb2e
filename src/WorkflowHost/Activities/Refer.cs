using WorkflowHost.Cases;
using WorkflowHost.Cases.Referrals;
using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class Refer : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("Refer", Outside, "Canalizar", "Canaliza un expediente con una institución aliada.") with
        {
            Inputs = InOrder(
                Text("Partner", "Institución", "A qué institución se canaliza."),
                Text("Case", "Expediente", "El expediente que se canaliza. Ejemplo: getVariable('ExpedienteId')."),
                Text("Reason", "Motivo", "Por qué, en palabras para la institución. Ejemplo: Necesita una valoración de especialidad."),
                Script("Data", "Datos", "Lo que la institución necesita saber. Ejemplo: ({ servicio: getVariable('Datos').servicio }).")),
            Outputs = [Output("Result", "String", "Canalización", "Identificador de la canalización.")],
        };

    public override void Execute(ActivityContext context)
    {
        var world = context.World();
        var about = context.CaseId("Case") is { } id ? world.Find(id) : null;
        var referral = new Referral
        {
            Partner = context.RequiredText("Partner"),
            CaseId = about?.Id,
            SiteKey = about?.SiteKey,
            Reason = context.Text("Reason") ?? "",
            DataJson = JsonText.Of(context.Object("Data")),
        };
        world.Refer(referral);
        context.SetOutput("Result", referral.Id.ToString());
        context.Complete();
    }
}
