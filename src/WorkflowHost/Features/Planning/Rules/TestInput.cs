using WorkflowHost.Cases.Assignment;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>One test as a form sends it.</summary>
public sealed class TestInput
{
    public string? Field { get; set; }

    public FieldOperator Is { get; set; }

    public List<string?> Values { get; set; } = [];
}
