using System.Text.Json.Nodes;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Referrals;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.World;

/// <summary>
/// The case work as workflow activities see it: one instance per unit of work, synchronous because the interpreter is.
/// What is written is visible to later reads of the same instance at once, and to others only when the unit commits.
/// Naming something that does not exist (case type, site, case id) throws <see cref="CaseWorldException"/>, which the
/// interpreter turns into an incident.
/// </summary>
public interface ICaseWorld
{
    /// <summary>The plan in force.</summary>
    Plan Plan { get; }

    /// <summary>The instant this unit of work happens at.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Who it happens for: user name, <c>webhook:source</c> or <c>system</c>.</summary>
    string Actor { get; }

    /// <summary>The case, or null.</summary>
    Case? Find(Guid id);

    /// <summary>Cases whose field (or <c>folio</c>, <c>state</c>, <c>site</c>) has exactly that text, oldest first.</summary>
    IReadOnlyList<Case> FindBy(string caseType, string field, string value);

    /// <summary>Cases that agree with the data in one of the type's identity sets; the first set's matches first.</summary>
    IReadOnlyList<Case> FindByIdentity(string caseType, JsonObject data);

    /// <summary>Opens a case in the type's initial state.</summary>
    Case Create(string caseType, JsonObject data, string? siteKey);

    /// <summary>Merges the patch into the data (RFC 7396); state and site stay when null.</summary>
    void Update(Case c, JsonObject patch, string? state, string? siteKey);

    /// <summary>Links two cases; linking them again in the same kind changes nothing.</summary>
    void Link(Guid from, Guid to, string kind, string? role);

    /// <summary>Cases linked with this one in either direction, of one kind or of all, oldest link first.</summary>
    IReadOnlyList<LinkedCase> Linked(Guid caseId, string? kind);

    /// <summary>
    /// Finds a place for all occupants together, or for none, by the plan's rules; a segment chosen by a person replaces
    /// the rules. Occupants who have a place elsewhere leave it when the new one is theirs. <paramref name="about"/> is the
    /// case the place is for (a household), when it is none of the occupants.
    /// </summary>
    PlaceDecision Reserve(IReadOnlyList<Case> occupants, string? siteKey, string? segment, Case? about = null);

    /// <summary>The person moved in. Without a reserved place: <see cref="CaseWorldException"/>; already in: nothing.</summary>
    void Occupy(Guid caseId);

    /// <summary>Frees the person's place, if there is one.</summary>
    void Release(Guid caseId, string reason);

    /// <summary>The stay that holds a place for the person, or null.</summary>
    Stay? FindStay(Guid caseId);

    /// <summary>Changes a site's state and, where given, its capacity per segment.</summary>
    void SetSiteState(string siteKey, string state, IReadOnlyDictionary<string, int>? capacity);

    /// <summary>The site's current state, or null when the plan does not know it.</summary>
    SiteRecord? FindSite(string siteKey);

    /// <summary>The pools of all sites or of one.</summary>
    IReadOnlyList<CapacityPool> Pools(string? siteKey);

    /// <summary>Records a countable event.</summary>
    void RecordFact(IndicatorFact fact);

    /// <summary>Sends a case to a partner.</summary>
    void Refer(Referral referral);

    /// <summary>Puts a task into an inbox.</summary>
    void OpenTask(HumanTask task);

    /// <summary>Cancels the open tasks of an instance.</summary>
    void CancelTasks(string instanceId);

    /// <summary>Cancels the open tasks that wait at these bookmarks.</summary>
    void CancelTasks(IReadOnlyCollection<string> bookmarkIds);

    /// <summary>Adds to the audit trail. Never put a person's data into the detail.</summary>
    void Audit(string action, string subject, string subjectId, JsonObject? detail);
}
