using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Versions;

/// <summary>What a person is told of two versions of a workflow, one line per change.</summary>
public sealed class WorkflowDifferenceTests
{
    private const string Before = """
        { "definitionId": "d", "name": "Ingreso", "description": "Como era", "version": 1,
          "variables": [{ "id": "v1", "name": "Hogar", "typeName": "Object" }], "inputs": [], "outcomes": ["Listo"],
          "root": { "id": "flujo", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "a", "type": "WorkflowHost.FormTask", "version": 1, "metadata": { "displayText": "Registrar", "designer": { "position": { "x": 0, "y": 0 } } },
                "role": { "typeName": "String", "expression": { "type": "Literal", "value": "registro" } },
                "customProperties": { "canStartWorkflow": false } },
              { "id": "b", "type": "Elsa.Sequence", "version": 1, "metadata": { "displayText": "Pasos" },
                "activities": [
                  { "id": "b1", "type": "Elsa.WriteLine", "version": 1, "name": "Uno", "text": { "expression": { "type": "Literal", "value": "1" } } },
                  { "id": "b2", "type": "Elsa.WriteLine", "version": 1, "name": "Dos" } ] },
              { "id": "c", "type": "Elsa.If", "version": 1, "name": "Si",
                "condition": { "expression": { "type": "JavaScript", "value": "x > 1" } },
                "then": { "id": "c1", "type": "Elsa.WriteLine", "version": 1, "name": "Entonces" } } ],
            "connections": [
              { "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" } },
              { "source": { "activity": "b", "port": "Done" }, "target": { "activity": "c", "port": "In" } } ] } }
        """;

    private const string ExtraStep = """{ "id": "n", "type": "WorkflowHost.FormTask", "version": 1, "metadata": { "displayText": "Aprobar" } }""";

    private const string ExtraArrow = """{ "source": { "activity": "a", "port": "Rechazado" }, "target": { "activity": "n", "port": "In" } }""";

    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "nothing", "\"version\": 1,\n", "\"version\": 1,\n", "" },
        { "a box on another place", "\"x\": 0", "\"x\": 318", "" },
        { "what Studio writes out", "\"customProperties\": { \"canStartWorkflow\": false }", "\"customProperties\": { \"canStartWorkflow\": false, \"runAsynchronously\": false }, \"outputs\": [], \"site\": { \"typeName\": \"String\", \"expression\": { \"type\": \"Literal\", \"value\": \"\" } }", "" },
        { "an input", "\"value\": \"registro\"", "\"value\": \"enfermeria\"", "Changed a Registrar role: registro -> enfermeria" },
        { "an input that becomes an expression", "\"type\": \"Literal\", \"value\": \"registro\"", "\"type\": \"JavaScript\", \"value\": \"rol()\"", "Changed a Registrar role: registro -> JavaScript: rol()" },
        { "an expression", "x > 1", "x > 2", "Changed c Si condition: JavaScript: x > 1 -> JavaScript: x > 2" },
        { "a start", "\"canStartWorkflow\": false", "\"canStartWorkflow\": true", "Changed a Registrar canStartWorkflow:  -> true" },
        { "a label", "\"displayText\": \"Registrar\"", "\"displayText\": \"Censo\"", "Changed a Censo displayText: Registrar -> Censo" },
        { "the description", "Como era", "Como es", "Changed   description: Como era -> Como es" },
        { "a variable", "\"typeName\": \"Object\" }", "\"typeName\": \"String\" }", "Changed Hogar Hogar typeName: Object -> String" },
        { "a new variable", "\"variables\": [", "\"variables\": [{ \"id\": \"v2\", \"name\": \"Sitio\", \"typeName\": \"String\" }, ", "Added Sitio Sitio" },
        { "an outcome less", "[\"Listo\"]", "[]", "Removed Listo Listo" },
        { "a type", "\"id\": \"b1\", \"type\": \"Elsa.WriteLine\"", "\"id\": \"b1\", \"type\": \"Elsa.SetName\"", "Changed b1 Uno type: Elsa.WriteLine -> Elsa.SetName" },
        { "a step added", "\"activities\": [\n      { \"id\": \"a\"", "\"activities\": [" + ExtraStep + ",\n      { \"id\": \"a\"", "Added n Aprobar" },
        { "an arrow added", "\"connections\": [", "\"connections\": [{ \"source\": { \"activity\": \"c\", \"port\": \"False\" }, \"target\": { \"activity\": \"a\", \"port\": \"In\" } },", "Connected c Si False:  -> Registrar" },
        { "an arrow to another step", "\"target\": { \"activity\": \"c\"", "\"target\": { \"activity\": \"a\"", "Connected b Pasos Done:  -> Registrar | Disconnected b Pasos Done:  -> Si" },
        { "a step inside a branch", "\"name\": \"Entonces\"", "\"name\": \"Entonces\", \"text\": { \"expression\": { \"type\": \"Literal\", \"value\": \"hola\" } }", "Changed c1 Entonces text:  -> hola" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_is_told(string what, string old, string now, string told)
    {
        var before = Normal(Before);
        old = Normal(old);
        before.ShouldContain(old, Case.Sensitive, what);

        Tell(before, before.Replace(old, Normal(now), StringComparison.Ordinal)).ShouldBe(told, what);
    }

    [Fact]
    public void A_step_that_is_gone_takes_its_arrows_with_it()
    {
        var after = JsonNode.Parse(Before)!;
        after["root"]!["activities"]!.AsArray().RemoveAt(2);
        after["root"]!["connections"]!.AsArray().RemoveAt(1);

        Tell(Before, after.ToJsonString()).ShouldBe("Removed c Si | Removed c1 Entonces");
    }

    [Fact]
    public void A_step_with_its_arrow_is_two_sentences()
    {
        var after = JsonNode.Parse(Before)!;
        after["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(ExtraStep));
        after["root"]!["connections"]!.AsArray().Add(JsonNode.Parse(ExtraArrow));

        Tell(Before, after.ToJsonString()).ShouldBe("Added n Aprobar | Connected a Registrar Rechazado:  -> Aprobar");
    }

    [Fact]
    public void Order_matters_in_a_sequence_and_not_in_a_flowchart()
    {
        var swapped = JsonNode.Parse(Before)!;
        Swap(swapped["root"]!["activities"]!.AsArray());
        var reordered = JsonNode.Parse(Before)!;
        Swap(reordered["root"]!["activities"]![1]!["activities"]!.AsArray());

        Tell(Before, swapped.ToJsonString()).ShouldBe("");
        Tell(Before, reordered.ToJsonString()).ShouldBe("Moved b2 Dos | Moved b1 Uno");
    }

    [Fact]
    public void A_step_taken_into_a_container_is_moved()
    {
        var after = JsonNode.Parse(Before)!;
        var steps = after["root"]!["activities"]!.AsArray();
        var step = steps[0]!;
        steps.RemoveAt(0);
        steps[0]!["activities"]!.AsArray().Add(step);

        Tell(Before, after.ToJsonString()).ShouldBe("Moved a Registrar");
    }

    private static void Swap(JsonArray list)
    {
        var first = list[0]!;
        list.RemoveAt(0);
        list.Insert(1, first);
    }

    private static string Tell(string before, string after) => string.Join(" | ", WorkflowDifference
        .Of(WorkflowDefinition.Parse(before), WorkflowDefinition.Parse(after))
        .Select(c => $"{c.Kind} {c.Id} {c.Name}" + (c.Kind is WorkflowChangeKind.Added or WorkflowChangeKind.Removed or WorkflowChangeKind.Moved ? "" : $" {c.Property}: {c.Before} -> {c.After}")));

    // One line: an indented literal's own line breaks are nobody's business.
    private static string Normal(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\\s*\\n\\s*", " ");
}
