using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.World;
using WorkflowHost.Engine;
using static WorkflowHost.Activities.ActivityShape;

namespace WorkflowHost.Activities;

public sealed class FindCase : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe("FindCase", CaseWork, "Buscar expediente", "Busca un expediente por sus campos o por los datos que lo identifican.") with
        {
            Inputs = InOrder(
                Text("CaseType", "Tipo", "Qué clase de expediente se busca."),
                Script("Where", "Con estos valores", "Campos y valores; todos deben coincidir. Ejemplo: ({ folio: getVariable('Datos').folio })."),
                Script("Identity", "Que sea la misma persona o cosa", "Datos que se comparan según la identidad del tipo. Ejemplo: getVariable('Datos').")),
            Outputs =
            [
                Output("Result", "String", "Expediente", "Identificador del primero que coincide."),
                Output("Data", "Object", "Datos", "Sus datos, como en «Leer expediente»."),
            ],
            Ports = Ports(("Found", "Existe"), ("NotFound", "No existe")),
        };

    public override void Execute(ActivityContext context)
    {
        var found = Search(context);
        if (found is null)
        {
            context.Complete("NotFound");
            return;
        }

        context.SetOutput("Result", found.Id.ToString());
        context.SetOutput("Data", CaseView.Flat(found));
        context.Complete("Found");
    }

    private static Case? Search(ActivityContext context)
    {
        var type = context.RequiredText("CaseType");
        if (context.Object("Identity") is { } identity)
            return context.World().FindByIdentity(type, identity) is [var first, ..] ? first : null;
        if (context.Object("Where") is not { Count: > 0 } where)
            throw new CaseWorldException("input.missing", "'Where' or 'Identity' is needed.");
        var wanted = where.Select(field => (field.Key, Value: field.Value?.ToString() ?? "")).ToArray();
        return context.World().FindBy(type, wanted[0].Key, wanted[0].Value)
            .FirstOrDefault(found => wanted.Skip(1).All(field => Matches(found, field.Key, field.Value)));
    }

    private static bool Matches(Case found, string field, string value) =>
        (CaseView.Flat(found)[field]?.ToString() ?? "") == value;
}
