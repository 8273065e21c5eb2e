using System.Text;

namespace WorkflowHost.Engine.Liquid;

/// <summary>Collects the text of a rendering, bounded.</summary>
internal sealed class LiquidOutput
{
    private readonly StringBuilder _text = new();

    public void Write(string text)
    {
        LiquidLimits.CheckLength((long)_text.Length + text.Length);
        _text.Append(text);
    }

    public override string ToString() => _text.ToString();
}
