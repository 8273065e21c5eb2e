using System.Text.Encodings.Web;
using WorkflowHost.Engine.Liquid;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Expressions;

/// <summary>
/// Liquid (elsa-semantics 4.3): a template rendered to text. A template that cannot be read does not fault: the message is the
/// value, as in Elsa.
/// </summary>
internal sealed class LiquidTextExpression(string source) : Expression
{
    private LiquidTemplate? _template;
    private string? _mistake;

    public string Source { get; } = source;

    /// <summary>Why the template cannot be read, or null.</summary>
    public string? Mistake
    {
        get
        {
            Parse();
            return _mistake;
        }
    }

    public override object? Evaluate(ActivityContext context, ElsaType target)
    {
        Parse();
        if (_template is null)
            return _mistake;
        var options = context.Burst.Options;
        var scope = new LiquidScope(
            name => Host(name, context), context.Now, options.TimeZone, options.Culture,
            options.EncodesLiquidAsHtml ? HtmlEncoder.Default : null);
        return _template.Render(scope);
    }

    private void Parse()
    {
        if (_template is not null || _mistake is not null)
            return;
        try
        {
            _template = LiquidTemplate.Parse(Source);
        }
        catch (LiquidSyntaxException error)
        {
            _mistake = error.Message;
        }
    }

    private static object? Host(string name, ActivityContext context) => name switch
    {
        "Variables" => new Members(variable => context.FindVariable(variable)?.Value),
        "Input" => new Members(context.WorkflowInput),
        "CorrelationId" => context.CorrelationId,
        "WorkflowInstanceId" => context.InstanceId,
        "WorkflowDefinitionId" => context.DefinitionId,
        "WorkflowDefinitionVersionId" => context.DefinitionVersionId,
        "WorkflowDefinitionVersion" => (decimal)context.DefinitionVersion,
        _ => null,
    };

    private sealed class Members(Func<string, object?> find) : ILiquidMembers
    {
        public object? Get(string name) => LiquidValues.From(find(name));
    }
}
