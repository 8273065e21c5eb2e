using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JsExpressions;

namespace WorkflowHost.Features.Forms;

/// <summary>
/// Writes every JavaScript expression of a form as a real function into a script file, because pages may not compile
/// text (contract formio.md, 5.3). An expression our own parser refuses is left out: the server would refuse it too, and
/// text that is no function body could break out of its function.
/// </summary>
public static class ExpressionScript
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.Default };

    // Where form.io keeps code: the names mean code whatever component they stand in, except "value" and "minDate".
    private static readonly HashSet<string> CodeNames =
    [
        "calculateValue", "customDefaultValue", "customConditional", "custom", "javascript", "customAction",
        "conditionalAddButton", "row", "onChange", "onSetItems", "nextPage", "schemaDefinition", "disableFunction",
    ];

    public static string Of(string formJson)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        Collect(JsonNode.Parse(formJson), codes);
        return Write(codes);
    }

    public static string Write(IEnumerable<string> codes)
    {
        var script = new StringBuilder("window.formExpressions = Object.assign(window.formExpressions || {}, {\n");
        foreach (var code in codes.Where(IsFunctionBody))
        {
            script.Append(JsonSerializer.Serialize(code, Quoting))
                .Append(": function ($scope, $result) { with ($scope) {\n").Append(code)
                .Append("\n} return $result ? $scope[$result] : undefined; },\n");
        }

        return script.Append("});\n").ToString();
    }

    private static bool IsFunctionBody(string code) => JsScript.TryParse(code, JsGoal.Body, out _, out _);

    private static void Collect(JsonNode? node, SortedSet<string> codes)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Collect(item, codes);
        }
        else if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                if (value is JsonValue text && text.TryGetValue<string>(out var code) && code.Trim() is { Length: > 0 } trimmed)
                    CollectText(map, name, trimmed, codes);
                else
                    Collect(value, codes);
            }
        }
    }

    private static void CollectText(JsonObject owner, string name, string code, SortedSet<string> codes)
    {
        if (CodeNames.Contains(name) || (name == "value" && (string?)owner["type"] == "value"))
            codes.Add(code);
        // The calendar evaluates a limit like "moment().add(1, 'd')" as an assignment.
        else if (name is "minDate" or "maxDate" && code.Contains("moment", StringComparison.Ordinal))
            codes.Add($"value={code};");
    }
}
