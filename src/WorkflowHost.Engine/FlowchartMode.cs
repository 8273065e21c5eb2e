namespace WorkflowHost.Engine;

/// <summary>The two ways Elsa 3.8 executes a flowchart; they differ in joins and loops (elsa-semantics 2.6 and 2.7).</summary>
public enum FlowchartMode
{
    /// <summary>Tokens along connections; merge modes apply. What the official image runs.</summary>
    Token,

    /// <summary>Visit counters and dead-path elimination; merge modes are ignored. The library's default.</summary>
    Counter,
}

/// <summary>What a fault does to its instance (elsa-semantics 2.11).</summary>
public enum IncidentStrategy
{
    /// <summary>The instance becomes Faulted; work already queued still runs.</summary>
    Fault,

    /// <summary>The incident is recorded, other branches go on, the instance stays Suspended until someone retries.</summary>
    ContinueWithIncidents,
}
