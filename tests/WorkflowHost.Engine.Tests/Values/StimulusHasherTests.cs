using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Values;

public sealed class StimulusHasherTests
{
    [Theory]
    [InlineData("Elsa.Event", """{"EventName":"E1"}""", "ACB403EFE57C6701")]
    [InlineData("Elsa.RunTask", """{"TaskId":"fc9f4143a9b71cf1"}""", "1FD1A33ADC2C102B")]
    [InlineData("Elsa.DispatchWorkflow", """{"ChildInstanceId":"f9222a6ef1ecb253"}""", "786355CB1066B89B")]
    [InlineData("Elsa.Delay", """{"ResumeAt":"2026-11-22T07:41:16.6231965+00:00"}""", "80B7D933D369F4DD")]
    [InlineData("Elsa.Cron", """{"ExecuteAt":"2026-11-22T07:41:27+00:00","CronExpression":"*/1 * * * * *"}""", "3F8D2056B8859D71")]
    public void Hashes_are_those_of_Elsa(string name, string payload, string start) =>
        StimulusHasher.Hash(name, JsonNode.Parse(payload)).ShouldStartWith(start);

    [Fact]
    public void Nulls_do_not_count() =>
        StimulusHasher.Hash("n", new JsonObject { ["A"] = 1, ["B"] = null }).ShouldBe(StimulusHasher.Hash("n", new JsonObject { ["A"] = 1 }));
}
