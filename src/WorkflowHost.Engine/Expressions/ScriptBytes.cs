using JsExpressions;

namespace WorkflowHost.Engine.Expressions;

/// <summary>Bytes of the host inside a script: opaque, for the bytes… functions to work with.</summary>
internal sealed class ScriptBytes(byte[] bytes) : JsObject
{
    public override string ClassName => "ArrayBuffer";

    public byte[] Bytes { get; } = bytes;
}
