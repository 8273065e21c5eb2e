namespace WorkflowHost.Engine.Liquid;

/// <summary>Text that is already encoded for the page: <c>raw</c>, <c>escape</c> and captures make it.</summary>
internal sealed record LiquidMarkup(string Text)
{
    public override string ToString() => Text;
}
