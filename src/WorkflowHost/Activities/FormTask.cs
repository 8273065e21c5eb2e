using System.Text.Json.Nodes;
using WorkflowHost.Cases;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Cases.World;
using WorkflowHost.Content;
using WorkflowHost.Engine;
using WorkflowHost.Running;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

/// <summary>Puts a form into the inbox of a role and waits for it. Task and bookmark are made in one transaction.</summary>
public sealed class FormTask : ActivityType
{
    public const string TypeName = Prefix + "FormTask";

    /// <summary>Taken when the form's decision is none of the outcomes drawn.</summary>
    public const string DefaultOutcome = "Done";

    public override ActivityDescriptor Descriptor { get; } =
        Describe("FormTask", People, "Tarea con formulario", "Pide a un rol que llene un formulario y espera su respuesta.") with
        {
            Inputs = InOrder(
                Text("Form", "Formulario", "El formulario que se llena. Si decide algo, sus respuestas se ofrecen como salidas al guardar."),
                Text("Title", "Título", "Qué hay que hacer, como se lee en la bandeja. Ejemplo: Revisar la solicitud."),
                Text("Role", "Rol", "Quién lo hace: cualquiera con este rol lo ve en su bandeja."),
                Text("Site", "Sede", "Dónde se hace; vacío la ofrece en todas las sedes. Ejemplo de expresión: getVariable('Sitio')."),
                Text("Case", "Expediente", "De qué expediente trata. Ejemplo: getVariable('ExpedienteId')."),
                Text("Due", "Plazo", "Cuánto tiempo hay desde que aparece. Otro plazo se escribe como expresión. Ejemplo: 'PT36H' o '2.12:00:00'."),
                Choice("Priority", "Prioridad", "Qué tan arriba queda en la bandeja.", "normal",
                    ("low", "Baja"), ("normal", "Normal"), ("high", "Alta"), ("urgent", "Urgente")),
                Script("Prefill", "Datos iniciales", "Lo que el formulario ya trae escrito. Ejemplo: ({ nombre: getVariable('Nombre') })."),
                Outcomes("Outcomes", "Salidas", "Por dónde sigue el proceso según la decisión del formulario. Vacías, y sin flecha en Done, se toman del formulario al guardar.")),
            Outputs =
            [
                Output("Submission", "Object", "Respuestas", "Datos del formulario."),
                Output("SubmissionId", "String", "Envío", "Identificador del envío."),
                Output("Outcome", "String", "Decisión", "Salida tomada."),
                Output("CompletedBy", "String", "Quién", "Quién lo llenó."),
            ],
            Ports = Ports((DefaultOutcome, "Listo")),
        };

    public override void Execute(ActivityContext context)
    {
        var form = context.RequiredText("Form");
        var published = context.Port<ContentSnapshot>().FindForm(form)
            ?? throw new ActivityFaultException("form.unknown", $"No form with the key '{form}' is published.");

        var taskId = Guid.CreateVersion7(context.Now);
        var bookmark = context.CreateBookmark(TypeName, new JsonObject { ["TaskId"] = taskId.ToString() });
        context.Port<BurstOrigin>().OpenedTasks.Add(taskId);
        context.World().OpenTask(new HumanTask
        {
            Id = taskId,
            InstanceId = context.InstanceId,
            BookmarkId = bookmark.Id,
            DefinitionId = context.DefinitionId,
            ActivityId = context.ActivityId,
            Form = form,
            FormVersion = published.Version,
            Title = context.Text("Title") ?? published.Title,
            Role = context.RequiredText("Role"),
            SiteKey = context.Text("Site"),
            CaseId = context.CaseId("Case"),
            Priority = ReadPriority(context.Text("Priority")),
            Sensitivity = published.Sensitivity,
            DueAt = context.Text("Due") is { } due ? context.Now + Duration(due) : null,
            PrefillJson = JsonText.Of(context.Object("Prefill")),
            Outcomes = [.. (context.List("Outcomes") ?? []).Select(outcome => outcome?.ToString() ?? "")],
        });
    }

    public override void Resume(ActivityContext context)
    {
        var received = context.Port<BurstOrigin>().Submission
            ?? throw new ActivityFaultException("task.no_submission", "The task was resumed without a form.");

        context.SetOutput("Submission", received.Data.DeepClone());
        context.SetOutput("SubmissionId", received.Id.ToString());
        context.SetOutput("Outcome", received.Outcome);
        context.SetOutput("CompletedBy", received.By);
        context.Complete(received.Outcome);
    }

    /// <summary>.NET's <c>d.hh:mm:ss</c>, or an ISO 8601 duration.</summary>
    internal static TimeSpan Duration(string text) => DurationText.TryRead(text, out var span)
        ? span
        : throw new CaseWorldException("input.shape", $"'Due' is not a duration: {text}");

    private static TaskPriority ReadPriority(string? text) =>
        text is null ? TaskPriority.Normal
        : Enum.TryParse<TaskPriority>(text, ignoreCase: true, out var priority) && Enum.IsDefined(priority) ? priority
        : throw new CaseWorldException("input.shape", $"'Priority' is none of low, normal, high, urgent: {text}");
}
