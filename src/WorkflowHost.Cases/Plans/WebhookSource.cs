namespace WorkflowHost.Cases.Plans;

/// <summary>Somebody who may start a workflow by webhook: key in the address, way of signing, definition id started.</summary>
public sealed record WebhookSource(string Key, string Signature, string? Starts);
