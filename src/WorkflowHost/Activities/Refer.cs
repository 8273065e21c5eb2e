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
                Text("Partner", "Institución", "Clave de la institución, tal como está en el plan."),
                Text("Case", "Expediente", "Expediente que se canaliza."),
                Text("Reason", "Motivo", "Por qué, en palabras para la institución."),
                Script("Data", "Datos", "Objeto con lo que la institución necesita saber.")),
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
