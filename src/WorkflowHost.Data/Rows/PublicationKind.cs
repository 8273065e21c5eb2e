namespace WorkflowHost.Data;

/// <summary>By which door something was published.</summary>
public enum PublicationKind
{
    /// <summary>Drafts chosen on the common page.</summary>
    Together,

    /// <summary>One form, from its builder.</summary>
    Form,

    /// <summary>One process, from Studio.</summary>
    Process,

    /// <summary>The plan, from its page.</summary>
    Plan,

    /// <summary>Files of a package of another server.</summary>
    Package,

    /// <summary>What another publication changed, put back.</summary>
    Return,

    /// <summary>Files the program is shipped with, at its start.</summary>
    Shipped,
}
