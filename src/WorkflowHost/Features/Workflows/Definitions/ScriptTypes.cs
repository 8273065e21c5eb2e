using System.Text;
using System.Text.Json.Nodes;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>TypeScript declarations of what a script of a definition may call (elsa-semantics, JavaScript functions).</summary>
public static class ScriptTypes
{
    private const string Fixed = """
        declare function getVariable(name: string): any;
        declare function setVariable(name: string, value: any): void;
        declare function getInput(name: string): any;
        declare function getOutputFrom(activityIdOrName: string, outputName?: string): any;
        declare function getLastResult(): any;
        declare function getWorkflowInstanceId(): string;
        declare function getWorkflowDefinitionId(): string;
        declare function getWorkflowDefinitionVersionId(): string;
        declare function getWorkflowDefinitionVersion(): number;
        declare function getCorrelationId(): string;
        declare function setCorrelationId(id: string): void;
        declare function getWorkflowInstanceName(): string;
        declare function setWorkflowInstanceName(name: string): void;
        declare function isNullOrWhiteSpace(value: string): boolean;
        declare function isNullOrEmpty(value: string): boolean;
        declare function toJson(value: any): string;
        declare function parseGuid(value: string): string;
        declare function newGuid(): string;
        declare function newGuidString(): string;
        declare function newShortGuid(): string;

        """;

    public static string Of(JsonObject definition)
    {
        var text = new StringBuilder(Fixed);
        var variables = Named(definition, "variables").ToList();
        text.AppendLine("declare const variables: {");
        foreach (var (name, type) in variables)
            text.Append("  ").Append(name).Append(": ").Append(type).AppendLine(";");
        text.AppendLine("};");
        foreach (var (name, type) in variables)
        {
            text.Append("declare function get").Append(Pascal(name)).Append("(): ").Append(type).AppendLine(";");
            text.Append("declare function set").Append(Pascal(name)).Append("(value: ").Append(type).AppendLine("): void;");
        }

        foreach (var (name, type) in Named(definition, "inputs"))
            text.Append("declare function get").Append(Pascal(name)).Append("(): ").Append(type).AppendLine(";");
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Type)> Named(JsonObject definition, string list) =>
        (definition[list] as JsonArray ?? []).OfType<JsonObject>()
        .Select(v => (Name: v.Text("name") ?? "", Type: TypeOf(v)))
        .Where(v => v.Name.Length > 0 && v.Name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$') && !char.IsDigit(v.Name[0]));

    private static string TypeOf(JsonObject variable)
    {
        var type = (variable.Text("typeName") ?? variable.Text("type")) switch
        {
            "String" or "Guid" or "TimeSpan" => "string",
            "Int32" or "Long" or "Single" or "Double" or "Decimal" => "number",
            "Boolean" => "boolean",
            "DateTime" or "DateTimeOffset" => "Date",
            _ => "any",
        };
        return variable.Flag("isArray") == true ? type + "[]" : type;
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
