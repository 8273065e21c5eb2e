using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Expressions;

/// <summary>A value written down; lists and objects reach the activity as their JSON text, as in Elsa.</summary>
internal sealed class LiteralExpression(object? value) : Expression
{
    public object? Value { get; } = value;

    public override object? Evaluate(ActivityContext context, ElsaType target) => Value;
}

/// <summary>JSON text read into the target type; for an Object target the text stays text.</summary>
internal sealed class ObjectExpression(string? text) : Expression
{
    public string? Text { get; } = text;

    public override object? Evaluate(ActivityContext context, ElsaType target)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return null;
        if (target.Kind is ElsaKind.Object)
            return Text;
        if (target.Kind is ElsaKind.Dictionary)
            return DictionaryExpression.Evaluate(Text, context);
        return ClrValues.ParseJson(Text);
    }
}

/// <summary>The variable with an id in scope; scripts would use the name.</summary>
internal sealed class VariableExpression(string id, string? name) : Expression
{
    public string Id { get; } = id;

    public string? Name { get; } = name;

    public override object? Evaluate(ActivityContext context, ElsaType target) =>
        (context.FindVariableById(Id) ?? (Name is null ? null : context.FindVariable(Name)))?.Value;
}

/// <summary>A workflow input by name.</summary>
internal sealed class WorkflowInputExpression(string name) : Expression
{
    public string Name { get; } = name;

    public override object? Evaluate(ActivityContext context, ElsaType target) => context.WorkflowInput(Name);
}

/// <summary>An expression type this host does not have: null, without an error, as in Elsa.</summary>
internal sealed class UnknownExpression(string type) : Expression
{
    public string Type { get; } = type;

    public override object? Evaluate(ActivityContext context, ElsaType target) => null;
}
