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
                Text("FactType", "Tipo de hecho", "Qué ocurrió, tal como los indicadores lo cuentan."),
                Text("Case", "Expediente", "A quién le ocurrió; puede quedar vacío. Ejemplo: getVariable('ExpedienteId')."),
                Text("Date", "Fecha", "Día en que ocurrió; vacío es hoy. Ejemplo: 2026-03-31."),
                Number("Quantity", "Cantidad", "Cuántos; normalmente 1. Ejemplo de expresión: getVariable('Datos').piezas.", 1),
                Text("Site", "Sede", "Dónde ocurrió; vacío toma la sede del expediente."),
                Text("Subject", "Asunto", "Aquello que se cuenta cuando no es el expediente. Ejemplo: getVariable('Datos').folio."),
                Script("Data", "Datos", "Lo que miran los filtros de los indicadores. Ejemplo: ({ edad: getVariable('Datos').edad }).")),
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
