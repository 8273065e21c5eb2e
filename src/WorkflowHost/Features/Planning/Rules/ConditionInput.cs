using WorkflowHost.Cases.Assignment;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>One condition as a form sends it.</summary>
public sealed class ConditionInput
{
    public ConditionSubject Who { get; set; }

    public int? AtLeast { get; set; }

    public int? AtMost { get; set; }

    public List<TestInput> Where { get; set; } = [];
}
