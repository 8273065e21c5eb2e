using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Assignment;

/// <summary>A field that the rows of a table ask about.</summary>
/// <param name="Key">Key in the data.</param>
/// <param name="Label">Name on screens; null when the plan does not describe the field.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Catalog">Where its values come from, or null.</param>
/// <param name="Values">The values that tests compare with.</param>
public sealed record RuleField(string Key, LocalizedText? Label, CaseFieldKind Kind, string? Catalog, IReadOnlyList<string> Values);
