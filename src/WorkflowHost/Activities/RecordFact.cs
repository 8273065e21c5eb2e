using WorkflowHost.Cases;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class RecordFact : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("RecordFact", CaseWork, "Registrar hecho", "Registra un hecho que los indicadores cuentan.") with
        {
            Inputs = InOrder(
                Text("FactType", "Tipo de hecho", "Clave del hecho, tal como está en el plan."),
                Text("Case", "Expediente", "Expediente al que le ocurrió; puede quedar vacío."),
                Text("Date", "Fecha", "Día en que ocurrió (AAAA-MM-DD); vacío es hoy."),
                Number("Quantity", "Cantidad", "Cuántos; normalmente 1.", 1),
                Text("Site", "Sede", "Clave de la sede; vacío toma la del expediente."),
                Text("Subject", "Asunto", "Clave de aquello que se cuenta cuando no es el expediente."),
                Script("Data", "Datos", "Objeto con lo que miran los filtros de los indicadores.")),
        };

    public override void Execute(ActivityContext context)
    {
        var world = context.World();
        var about = context.CaseId("Case") is { } id ? world.Find(id) : null;
        world.RecordFact(new IndicatorFact
        {
            Type = context.RequiredText("FactType"),
            CaseId = about?.Id,
            Subject = context.Text("Subject"),
            SiteKey = context.Text("Site") ?? about?.SiteKey,
            Date = context.Day("Date"),
            Quantity = context.Input<int?>("Quantity") ?? 1,
            DataJson = JsonText.Of(context.Object("Data")),
        });
        context.Complete();
    }
}
