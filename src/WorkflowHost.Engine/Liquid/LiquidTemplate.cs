namespace WorkflowHost.Engine.Liquid;

/// <summary>
/// A Liquid template for message texts (elsa-semantics 4.3), parsed once and shared. An own small implementation: the library Elsa
/// uses cannot be restored here together with the parser it needs (docs/decisions/0001). No files, no code, bounded steps and text.
/// </summary>
internal sealed class LiquidTemplate
{
    private readonly IReadOnlyList<LiquidNode> _nodes;

    private LiquidTemplate(IReadOnlyList<LiquidNode> nodes) => _nodes = nodes;

    /// <exception cref="LiquidSyntaxException">The template cannot be read.</exception>
    public static LiquidTemplate Parse(string source) => new(LiquidParser.Parse(source));

    /// <exception cref="ActivityFaultException">Class Limit: it takes too many steps or its text grows too long.</exception>
    public string Render(LiquidScope scope)
    {
        var output = new LiquidOutput();
        LiquidNode.Render(_nodes, scope, output);
        return output.ToString();
    }
}
