namespace WorkflowHost.Features.Planning.Things;

/// <summary>What a thing of the plan is looked for as.</summary>
public enum UseKind
{
    Role,
    CaseType,
    LinkKind,
    FactType,
    Partner,
    Indicator,
    Event,
    Catalog,
}
