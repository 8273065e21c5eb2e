using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Indicators;

/// <summary>An indicator as data: which facts it counts and how.</summary>
public sealed record IndicatorDefinition
{
    /// <summary>Key, as addresses name it.</summary>
    public required string Key { get; init; }

    /// <summary>Name on screens.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What exactly is counted, for people; may be empty.</summary>
    public LocalizedText Description { get; init; } = new(new Dictionary<string, string>());

    /// <summary>Type of the facts counted.</summary>
    public required string Fact { get; init; }

    /// <summary>One per fact, or its quantity.</summary>
    public IndicatorMeasure Measure { get; init; }

    /// <summary>What counts once only.</summary>
    public IndicatorUnique UniqueBy { get; init; }

    /// <summary>JavaScript expression over <c>fact</c> (<c>fact.data.x</c>, <c>fact.site</c>, …); null lets every fact pass.</summary>
    public string? Filter { get; init; }

    /// <summary>
    /// Tests that a fact must all pass, on its data; <c>@site</c>, <c>@subject</c> and <c>@quantity</c> are the fact's own.
    /// </summary>
    public IReadOnlyList<FieldTest> Where { get; init; } = [];

    /// <summary>First day that counts, or null.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day that counts, or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What is aimed at, or null.</summary>
    public long? Target { get; init; }

    /// <summary>What a row of the list behind the number opens: <c>case</c> or <c>submission</c>.</summary>
    public string Evidence { get; init; } = "case";
}
