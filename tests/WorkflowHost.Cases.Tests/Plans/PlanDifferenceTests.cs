using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Tests.Plans;

public sealed class PlanDifferenceTests
{
    /// <summary>What to change in the sample plan (one assignment a line, <c>path = JSON</c>), and the differences told.</summary>
    public static TheoryData<string, string> Cases { get; } = new()
    {
        { "title.es = \"Otro\"", "Changed title / es: Ejemplo -> Otro" },
        { "roles[0].permissions = [\"tasks.work\", \"sites.read\"]", "Lost roles[clerk].permissions / Registro: cases.read -> | Gained roles[clerk].permissions / Registro: -> sites.read" },
        { "roles[2].allSites = false", "Changed roles[chief].allSites / Dirección: true -> false" },
        { "roles[1].title.en = \"Nursing\"", "Changed roles[nurse].title / Enfermería en: -> Nursing" },
        { "roles[1].title = \"Cuidado\"", "Changed roles[nurse].title / Cuidado es: Enfermería -> Cuidado" },
        { "roles + {\"key\": \"kitchen\", \"title\": {\"es\": \"Cocina\"}}", "Added roles[kitchen] / Cocina" },
        { "roles - 1", "Removed roles[nurse] / Enfermería" },
        { "sites[0].capacity.families = 6", "Changed sites[north].capacity.families / Norte: 4 -> 6" },
        { "sites[0].capacity.tents = 3", "Changed sites[north].capacity.tents / Norte: -> 3" },
        { "sites[2].address = \"Calle 1\"", "Changed sites[west].address / Oeste: -> Calle 1" },
        { "caseTypes[0].fields[3].sensitivity = \"protected\"", "Changed caseTypes[person].fields[age].sensitivity / Persona > Edad: general -> protected" },
        { "caseTypes[0].fields - 4", "Removed caseTypes[person].fields[illness] / Persona > Enfermedad" },
        { "caseTypes[0].identity = [[\"document\"], [\"name\", \"surname\", \"age\"]]", "Changed caseTypes[person].identity / Persona: document; name + surname -> document; name + surname + age" },
        { "assignmentRules[1].sites = [\"north\", \"south\"]", "Changed assignmentRules[with-children].sites / Con niños: south, north -> north, south" },
        { "assignmentRules[1].sites = \"*\"", "Changed assignmentRules[with-children].sites / Con niños: south, north -> *" },
        { "assignmentRules ^ 2", "Moved assignmentRules[adults] / Adultos: 3 -> 1" },
        { "indicators[1].filter = null", "Changed indicators[adults].filter / Adultos: fact.data.age >= 18 ->" },
        { "indicators[0].filter = null", "" },
        { "partners[0].services = []", "Lost partners[clinic].services / Clínica: health ->" },
        { "events = [\"case.left\", \"case.back\"]", "Gained events / : -> case.back" },
        { "indicators[0].conditions = [{\"field\": \"site\"}]", "Changed indicators[arrivals].conditions / Ingresos: -> [{\"field\":\"site\"}]" },
        { "reminders = [{\"key\": \"late\", \"title\": {\"es\": \"Tarde\"}}]", "Added reminders[late] / Tarde" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_is_told(string change, string expected)
    {
        var before = (JsonObject)JsonNode.Parse(SamplePlan.Json)!;
        var after = (JsonObject)JsonNode.Parse(SamplePlan.Json)!;
        Make(after, change);

        string.Join(" | ", PlanDifference.Between(before, after).Select(Told)).ShouldBe(expected);
    }

    [Fact]
    public void Plans_that_say_the_same_have_no_difference() =>
        PlanDifference.Between((JsonObject)JsonNode.Parse(SamplePlan.Json)!, (JsonObject)JsonNode.Parse(SamplePlan.Json)!).ShouldBeEmpty();

    [Fact]
    public void Everything_is_new_without_an_earlier_plan() =>
        PlanDifference.Between(null, (JsonObject)JsonNode.Parse(SamplePlan.Json)!)
            .Where(change => change.Subject == "roles").Select(Told)
            .ShouldBe(["Added roles[clerk] / Registro", "Added roles[nurse] / Enfermería", "Added roles[chief] / Dirección"]);

    [Fact]
    public void A_removed_and_an_added_thing_do_not_move_the_others()
    {
        var before = (JsonObject)JsonNode.Parse(SamplePlan.Json)!;
        var after = (JsonObject)JsonNode.Parse(SamplePlan.Json)!;
        Make(after, "assignmentRules - 0");
        Make(after, "assignmentRules + {\"key\": \"new\"}");

        PlanDifference.Between(before, after).Select(Told).ShouldBe(["Removed assignmentRules[alone] / Solos", "Added assignmentRules[new] / new"]);
    }

    [Fact]
    public void Names_are_in_the_language_asked_for()
    {
        var before = (JsonObject)JsonNode.Parse(SamplePlan.Json)!;
        Make(before, "roles[0].title = {\"es\": \"Registro\", \"en\": \"Clerk\"}");
        var after = (JsonObject)before.DeepClone();
        Make(after, "roles[0].permissions = []");

        PlanDifference.Between(before, after, "en").Select(change => change.Name).Distinct().ShouldBe(["Clerk"]);
    }

    [Fact]
    public void Entries_of_a_catalog_are_told_by_their_value()
    {
        var before = (JsonArray)JsonNode.Parse("""[{"value":"a","label":"Uno"},{"value":"b","label":"Dos"},{"value":"c","label":"Tres"}]""")!;
        var after = (JsonArray)JsonNode.Parse("""[{"value":"c","label":"Tres"},{"value":"a","label":"Primero"},{"value":"d","label":"Cuatro"}]""")!;

        PlanDifference.BetweenCatalogs("numeros", before, after).Select(Told).ShouldBe([
            "Removed catalogs[numeros].entries[b] / numeros > Dos",
            "Moved catalogs[numeros].entries[c] / numeros > Tres: 3 -> 1",
            "Changed catalogs[numeros].entries[a].label / numeros > Primero: Uno -> Primero",
            "Added catalogs[numeros].entries[d] / numeros > Cuatro",
        ]);
    }

    private static string Told(PlanChange change)
    {
        var text = $"{change.Kind} {change.Path} / {(change.Within is { } within ? within + " > " : "")}{change.Name}{(change.Language is { } tongue ? (change.Name.Length > 0 ? " " : "") + tongue : "")}";
        return (change.Before ?? change.After) is null ? text : $"{text}: {change.Before} -> {change.After}".Replace(":  ->", ": ->", StringComparison.Ordinal).TrimEnd();
    }

    private static void Make(JsonObject plan, string change)
    {
        var parts = change.Split(' ', 3);
        switch (parts[1])
        {
            case "=":
                Put(plan, parts[0], JsonNode.Parse(parts[2]));
                break;
            case "+":
                ((JsonArray)plan[parts[0]]!).Add(JsonNode.Parse(parts[2]));
                break;
            case "-":
                ((JsonArray)At(plan, parts[0])!).RemoveAt(int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
                break;
            case "^":
                var list = (JsonArray)plan[parts[0]]!;
                var thing = list[int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)]!.DeepClone();
                list.RemoveAt(int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
                list.Insert(0, thing);
                break;
            default:
                throw new ArgumentException(change);
        }
    }

    private static void Put(JsonObject plan, string path, JsonNode? value)
    {
        var end = path.LastIndexOf('.');
        var holder = end < 0 ? plan : (JsonObject)At(plan, path[..end])!;
        holder[path[(end + 1)..]] = value;
    }

    private static JsonNode? At(JsonObject plan, string path) => path.Split('.', '[').Aggregate(
        (JsonNode?)plan, (node, step) => step.EndsWith(']') ? node![int.Parse(step.TrimEnd(']'), System.Globalization.CultureInfo.InvariantCulture)] : node![step]);
}
