namespace WorkflowHost.Running;

/// <summary>Ways in which an instance can be started.</summary>
internal enum StartDoor
{
    /// <summary>Somebody asked for it: the designer's run button, a program.</summary>
    Command,

    Event,

    Form,

    Webhook,

    HttpEndpoint,

    Time,

    Dispatch,
}
