using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Running;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

/// <summary>Starts a workflow when a person fills a form of their own accord.</summary>
public sealed class FormReceived : ActivityType
{
    public const string TypeName = Prefix + "FormReceived";

    public override ActivityDescriptor Descriptor { get; } =
        Describe("FormReceived", People, "Formulario recibido", "Inicia el proceso cuando alguien llena el formulario desde «Nuevo».") with
        {
            Kind = ActivityKind.Trigger,
            Inputs = InOrder(
                Text("Form", "Formulario", "El formulario que inicia el proceso."),
                Text("Title", "Título", "Cómo se llama en «Nuevo»; vacío toma el título del formulario. Ejemplo: Registrar una solicitud."),
                Text("Role", "Rol", "Quién puede llenarlo; vacío lo permite a todos los que inician formularios.")),
            Outputs =
            [
                Output("Submission", "Object", "Respuestas", "Datos del formulario."),
                Output("SubmissionId", "String", "Envío", "Identificador del envío."),
                Output("Site", "String", "Sede", "Sede donde se llenó."),
                Output("SubmittedBy", "String", "Quién", "Quién lo llenó."),
            ],
        };

    /// <summary>Payload of the stimulus that starts workflows waiting for this form.</summary>
    public static JsonObject Stimulus(string form) => new() { ["Form"] = form };

    public override JsonObject? TriggerPayload(TriggerContext context) => Stimulus(context.Text("Form") ?? "");

    public override void Execute(ActivityContext context)
    {
        var received = context.Port<BurstOrigin>().Submission
            ?? throw new ActivityFaultException("form.not_received", "Only a form that was sent reaches this step.");

        context.SetOutput("Submission", received.Data.DeepClone());
        context.SetOutput("SubmissionId", received.Id.ToString());
        context.SetOutput("Site", received.Site);
        context.SetOutput("SubmittedBy", received.By);
        context.Complete();
    }
}
