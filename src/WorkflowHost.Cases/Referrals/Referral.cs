using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Referrals;

/// <summary>That a case was sent to a partner agency.</summary>
public sealed class Referral
{
    /// <summary>Id, version 7.</summary>
    public Guid Id { get; init; } = OrderedId.Next();

    /// <summary>Key of the partner in the plan.</summary>
    public required string Partner { get; init; }

    /// <summary>The case, or null (a site asking for supplies).</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Site that refers, or null.</summary>
    public string? SiteKey { get; init; }

    /// <summary>Why, in words for the partner.</summary>
    public string Reason { get; init; } = "";

    /// <summary>More for the partner, a JSON object.</summary>
    public string DataJson { get; init; } = "{}";

    /// <summary>Its state.</summary>
    public ReferralState State { get; set; }

    /// <summary>The workflow that referred, or null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When. The case world fills it in.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who. The case world fills it in.</summary>
    public string CreatedBy { get; set; } = "";

    /// <summary><see cref="DataJson"/> as a fresh tree.</summary>
    public JsonObject Data() => JsonText.Object(DataJson);
}
