using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Scenarios;

/// <summary>An activity of a host's own: waits, and goes on at the outcome the resume names.</summary>
public sealed class Wait : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Test.Wait",
        Namespace = "Test",
        Name = "Wait",
        Category = "Test",
        Inputs = [new InputDescriptor { Name = "Outcomes", TypeName = "List<String>", UiHint = "dynamic-outcomes" }],
        Outputs = [new OutputDescriptor { Name = "Answer" }],
    };

    public override void Execute(ActivityContext context) =>
        context.CreateBookmark(payload: new JsonObject { ["Activity"] = context.ActivityId });

    public override void Resume(ActivityContext context)
    {
        var outcome = (string?)context.ResumeInput["outcome"];
        context.SetOutput("Answer", outcome);
        if (outcome is not null)
            context.Complete(outcome);
    }
}
