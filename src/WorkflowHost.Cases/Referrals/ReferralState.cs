namespace WorkflowHost.Cases.Referrals;

/// <summary>Life of a referral.</summary>
public enum ReferralState
{
    /// <summary>Sent; no answer yet.</summary>
    Sent,

    /// <summary>The partner attends.</summary>
    Accepted,

    /// <summary>The partner cannot attend.</summary>
    Refused,

    /// <summary>Attended.</summary>
    Done,
}
