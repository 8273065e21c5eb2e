using System.Security.Cryptography;
using WorkflowHost.Cases.World;
using WorkflowHost.Content;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>What one burst may ask of the world: the unit of work it is part of and the content published when it began.</summary>
internal sealed class BurstHost(ICaseWorld world, ContentSnapshot content, BurstOrigin origin) : IActivityHost
{
    private const int IdSizeInBytes = 8;

    public T? Port<T>()
        where T : class =>
        world as T ?? content as T ?? origin as T;

    public CompiledWorkflow? FindPublished(string definitionId) => content.FindWorkflow(definitionId);

    public string NewId() => NewInstanceId();

    /// <summary>16 hex digits, as Elsa writes ids.</summary>
    public static string NewInstanceId()
    {
        Span<byte> bytes = stackalloc byte[IdSizeInBytes];
        RandomNumberGenerator.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
