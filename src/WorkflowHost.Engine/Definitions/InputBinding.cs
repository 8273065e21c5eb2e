using System.Text.Json.Nodes;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Definitions;

/// <summary>An input of one activity: the descriptor's input with the expression the definition gives it (elsa-semantics 1.3).</summary>
internal sealed class InputBinding
{
    private InputBinding(InputDescriptor descriptor, ElsaType type, Expression? expression, JsonNode? raw)
    {
        Descriptor = descriptor;
        Type = type;
        Expression = expression;
        Raw = raw;
    }

    public InputDescriptor Descriptor { get; }

    public ElsaType Type { get; }

    /// <summary>Null: the definition gives nothing, the default applies.</summary>
    public Expression? Expression { get; }

    /// <summary>The JSON of an input that is not wrapped.</summary>
    public JsonNode? Raw { get; }

    public bool HasExpression => Expression is not null || Raw is not null;

    public static InputBinding[] ReadAll(JsonObject activity, ActivityDescriptor descriptor)
    {
        if (descriptor.Inputs.Count == 0)
            return [];
        var bindings = new InputBinding[descriptor.Inputs.Count];
        for (var index = 0; index < bindings.Length; index++)
            bindings[index] = Read(activity, descriptor.Inputs[index]);
        return bindings;
    }

    public object? Evaluate(ActivityContext context)
    {
        if (!Descriptor.IsWrapped)
            return Raw;
        if (Expression is null)
            return Descriptor.DefaultValue is { } fallback
                ? context.Burst.Conversion.Convert(ClrValues.FromNode(fallback), Type)
                : null;
        return context.Burst.Conversion.Convert(Expression.Evaluate(context, Type), Type);
    }

    private static InputBinding Read(JsonObject activity, InputDescriptor descriptor)
    {
        var type = ElsaType.Find(descriptor.TypeName) ?? ElsaType.Object;
        var json = ActivityJson.Member(activity, ActivityJson.Camelize(descriptor.Name));
        if (!descriptor.IsWrapped)
            return new InputBinding(descriptor, type, null, json);
        return new InputBinding(descriptor, type, ExpressionReader.ReadInput(json), null);
    }
}
