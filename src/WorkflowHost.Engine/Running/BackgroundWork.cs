using System.Text.Json.Nodes;
using WorkflowHost.Engine.Definitions;

namespace WorkflowHost.Engine.Running;

/// <summary>
/// Activities of kind Job, and of kind Task when <c>runAsynchronously</c> says so (elsa-semantics 3.11): the burst ends at a bookmark
/// that is due at once; the host's timer resumes it in a transaction of its own, and only then the activity runs. Kind Action ignores
/// the wish, as in Elsa. What waits anyway (an HTTP request is an effect) needs no second wait.
/// </summary>
internal static class BackgroundWork
{
    public const string BookmarkName = "BackgroundActivity";

    public static bool IsAsked(ActivityNode node) => node.Type.Descriptor.Kind switch
    {
        ActivityKind.Job => true,
        ActivityKind.Task => node.Type is not Activities.HttpRequestActivity
            && JsonScalars.Bool(node.CustomProperty("runAsynchronously")) is true,
        _ => false,
    };

    /// <summary>The job's id is in the payload and, as in Elsa, not in the hash.</summary>
    public static void Ask(ActivityContext context) => context.CreateBookmark(
        BookmarkName, new JsonObject { ["JobId"] = context.NewId() }, dueAt: context.Now, hashPayload: new JsonObject());
}
