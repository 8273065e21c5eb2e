using WorkflowHost.Cases.Tasks;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Soak;

/// <summary>What one caller sent and was finally told.</summary>
internal sealed record RushReply(HumanTask Task, string Key, SubmissionAnswer Answer);
