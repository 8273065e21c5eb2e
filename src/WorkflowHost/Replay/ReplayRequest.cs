namespace WorkflowHost.Replay;

/// <param name="Scenario">Path of the scenario file.</param>
/// <param name="Database">SQLite file; null takes <c>data/key.db</c>.</param>
/// <param name="People">Size of the population; null takes the scenario's.</param>
/// <param name="Json">Whether the report is written as JSON to the output, and everything else elsewhere.</param>
internal sealed record ReplayRequest(string Scenario, string? Database, int? People, bool Json);
