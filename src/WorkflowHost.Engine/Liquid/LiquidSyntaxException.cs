namespace WorkflowHost.Engine.Liquid;

/// <summary>A template cannot be read. The message has the form Elsa's users see: what, where, and the line.</summary>
internal sealed class LiquidSyntaxException : Exception
{
    public LiquidSyntaxException(string problem, string source, int offset)
        : base(Text(problem, source, offset))
    {
    }

    private static string Text(string problem, string source, int offset)
    {
        var lineStart = offset == 0 ? 0 : source.LastIndexOf('\n', offset - 1) + 1;
        var line = source.AsSpan(0, lineStart).Count('\n') + 1;
        var lineEnd = source.IndexOf('\n', lineStart);
        var text = lineEnd < 0 ? source[lineStart..] : source[lineStart..lineEnd];
        return $"\n{problem} at ({line}:{offset - lineStart + 1})\nSource:\n{text}\n";
    }
}
