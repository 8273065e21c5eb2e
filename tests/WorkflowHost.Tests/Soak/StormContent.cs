using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Soak;

/// <summary>What the stormed program runs: a form that opens a case, counts it, tells a receiver, and ends.</summary>
internal static class StormContent
{
    public const string DefinitionId = "storm";

    public const string User = "clerk@demo.local";

    public const string Password = "frontera-2021";

    /// <summary>Writes the content beside the program's data; the receiver listens on that port of this machine.</summary>
    public static void Write(string folder, int receiverPort)
    {
        var workflows = Directory.CreateDirectory(Path.Combine(folder, "workflows")).FullName;
        var forms = Directory.CreateDirectory(Path.Combine(folder, "forms")).FullName;
        File.WriteAllText(Path.Combine(workflows, "plan.json"), StageContent.Plan);
        File.WriteAllText(Path.Combine(workflows, "storm.json"), Workflow(receiverPort).ToJsonString());
        File.WriteAllText(Path.Combine(workflows, "announced.json"), StageContent.AnnouncedWorkflow.ToJsonString());
        File.WriteAllText(Path.Combine(forms, "intake.json"), StageContent.Intake.ToJsonString());
    }

    private static JsonObject Workflow(int receiverPort) => WorkflowText.Flow(DefinitionId)
        .Variable("Data", "Object").Variable("Person", "String")
        .Step("received", "WorkflowHost.FormReceived", canStart: true, ("form", "intake"), ("role", "clerk"), ("submission", "->Data"))
        .Step("open", "WorkflowHost.CreateCase", ("caseType", "person"), ("data", "=getVariable('Data')"), ("site", "north"), ("result", "->Person"))
        .Step("count", "WorkflowHost.RecordFact", ("factType", "arrival"), ("case", "=getVariable('Person')"), ("subject", "=getVariable('Data').name"))
        .Step("tell", "Elsa.FlowSendHttpRequest", ("method", "POST"), ("content", "=getWorkflowInstanceId()"),
            ("contentType", "text/plain"),
            ("url", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{receiverPort}/")))
        .Step("done", "Elsa.SetName", ("value", "Told"))
        .Connect("received", "open").Connect("open", "count").Connect("count", "tell").Connect("tell", "done")
        .Json;
}
