using System.Text.Json.Nodes;
using WorkflowHost.Cases.World;
using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class SetSiteState : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("SetSiteState", Places, "Cambiar estado de sede", "Abre, cierra o entrega una sede y ajusta sus lugares.") with
        {
            Inputs = InOrder(
                Text("Site", "Sede", "La sede que cambia."),
                Choice("State", "Estado", "Estado nuevo de la sede.", "open",
                    ("planned", "Prevista"), ("open", "Abierta"), ("closing", "En cierre"),
                    ("closed", "Cerrada"), ("restored", "Rehabilitada"), ("returned", "Entregada")),
                Script("Capacity", "Lugares", "Cuántos lugares tiene cada segmento; vacío los deja como están. Ejemplo: ({ camas: 40 }).")),
        };

    public override void Execute(ActivityContext context)
    {
        context.World().SetSiteState(
            context.RequiredText("Site"), context.Text("State") ?? "open", Capacity(context.Object("Capacity")));
        context.Complete();
    }

    private static Dictionary<string, int>? Capacity(JsonObject? given)
    {
        if (given is null)
            return null;
        var capacity = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (segment, places) in given)
        {
            if (places is null)
                continue;
            capacity[segment] = int.TryParse(places.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new CaseWorldException("input.shape", $"'Capacity' of '{segment}' is not a number: {places}");
        }

        return capacity;
    }
}
