using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>Assigns to the variable with the given id, wherever it is in scope.</summary>
internal sealed class SetVariable : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("SetVariable", "Primitives", "Set Variable", "Gives a variable a value.") with
        {
            Inputs =
            [
                Describe.Input("Variable", "Variable", "The variable.", "variable-picker") with { IsWrapped = false },
                Describe.Input("Value", "Object", "The value.") with { Order = 1 },
            ],
        };

    public override void Execute(ActivityContext context)
    {
        var id = Target(context.Get("Variable") as JsonNode);
        if (id is null || context.FindVariableById(id) is not { } variable)
            throw new ActivityFaultException("InvalidOperationException", $"Variable '{id}' not found.");
        variable.Value = context.Burst.Conversion.Convert(context.Get("Value"), variable.Type);
    }

    /// <summary>The variable object itself, or wrapped in an expression by newer designers.</summary>
    internal static string? Target(JsonNode? json)
    {
        if (json is not JsonObject variable)
            return null;
        if (ActivityJson.Text(variable, "id") is { } id)
            return id;
        var value = ActivityJson.Member(variable, "expression") is JsonObject expression ? ActivityJson.Member(expression, "value") : null;
        return value switch
        {
            JsonObject reference => ActivityJson.Text(reference, "id"),
            JsonValue text when text.TryGetValue(out string? json1) && ClrValues.TryParseJson(json1, out var parsed) =>
                parsed is JsonObject inner ? ActivityJson.Text(inner, "id") : null,
            _ => null,
        };
    }
}

/// <summary>Sets a workflow output, or the output of the workflow used as an activity around it.</summary>
internal sealed class SetOutput : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("SetOutput", "Composition", "Set Output", "Gives an output of the workflow a value.") with
        {
            Inputs =
            [
                Describe.Input("OutputName", "String", "The output.", "output-picker") with { DisplayName = "Output" },
                Describe.Input("OutputValue", "Object", "The value.") with { Order = 1 },
            ],
        };

    public override void Execute(ActivityContext context)
    {
        var name = context.Get("OutputName") as string
            ?? throw new ActivityFaultException("Exception", "OutputName is required.");
        var value = context.Get("OutputValue");
        for (var scope = context.Parent; scope is not null; scope = scope.Parent)
        {
            if (scope.Node.Type is not WorkflowAsActivity)
                continue;
            scope.DeclareDynamic(name, value);
            return;
        }
        context.Burst.Output[name] = ClrValues.ToNode(value);
    }
}

/// <summary>Sets or clears the correlation id.</summary>
internal sealed class Correlate : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Correlate", "Primitives", "Correlate", "Gives the instance a correlation id.") with
        {
            Inputs = [Describe.Input("CorrelationId", "String", "The id; empty removes it.")],
        };

    public override void Execute(ActivityContext context) => context.CorrelationId = context.Get("CorrelationId") as string;
}

/// <summary>Names the instance.</summary>
internal sealed class SetName : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("SetName", "Primitives", "Set Name", "Gives the instance a name.") with
        {
            Inputs = [Describe.Input("Value", "String", "The name.")],
        };

    public override void Execute(ActivityContext context) => context.InstanceName = context.Get("Value") as string;
}

/// <summary>Writes a line for the host's log.</summary>
internal sealed class WriteLineActivity : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("WriteLine", "Console", "Write Line", "Writes a line to the log.") with
        {
            Inputs = [Describe.Input("Text", "String", "The line.")],
        };

    public override void Execute(ActivityContext context) =>
        context.AddEffect(new WriteLine(context.EffectKey("line"), context.Get("Text") as string ?? ""));
}

/// <summary>Runs a script; it may choose outcomes.</summary>
internal sealed class RunJavaScript : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("RunJavaScript", "Scripting", "Run JavaScript", "Runs a script.") with
        {
            Inputs =
            [
                Describe.Input("Script", "String", "The script.", "code-editor") with
                {
                    DefaultSyntax = "JavaScript",
                    UiSpecifications = Describe.Language("javascript"),
                },
                Describe.Input("PossibleOutcomes", "List<String>", "Outcomes the script may choose.", "dynamic-outcomes"),
            ],
            Outputs = [Describe.Output("Result", "Object", "What the script returned.")],
        };

    public override void Execute(ActivityContext context)
    {
        if (context.Get("Script") is not string script || string.IsNullOrWhiteSpace(script))
            return;
        var (result, outcomes) = context.Burst.Scripts.RunActivity(script, context);
        context.Set("Result", result);
        context.Complete([.. outcomes ?? ["Done"]]);
    }
}

/// <summary>Code-only in Elsa; in JSON it does nothing.</summary>
internal sealed class Inline : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Inline", "Primitives", "Inline", "Evaluates nothing here; kept for older definitions.") with
        {
            IsBrowsable = false,
        };

    public override void Execute(ActivityContext context)
    {
    }
}
