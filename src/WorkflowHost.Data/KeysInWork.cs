using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Data;

/// <summary>
/// What a session saw of identity keys. A case gets the place behind the last it saw; when another unit has taken that
/// place meanwhile, the unique index refuses it and the work is run again, on what is there now.
/// </summary>
internal sealed class KeysInWork(Plan plan)
{
    private Dictionary<(string CaseType, string Name, string Value), int>? _last;

    /// <summary>Whether it is an identity of that type; lookup fields are shared by many and guard nothing.</summary>
    public bool Guards(string caseType, string name) =>
        plan.FindCaseType(caseType)?.Identity.Any(set => CaseKeys.NameOf(set) == name) == true;

    public bool Knows((string CaseType, string Name, string Value) key) => _last?.ContainsKey(key) == true;

    /// <summary>The first look counts: what the unit decided is based on it.</summary>
    public void Seen((string CaseType, string Name, string Value) key, int last) => (_last ??= []).TryAdd(key, last);

    /// <summary>The place for one more case; -1 for keys that guard nothing.</summary>
    public int Next((string CaseType, string Name, string Value) key) =>
        Guards(key.CaseType, key.Name) ? (_last ??= [])[key] = _last.GetValueOrDefault(key, -1) + 1 : -1;
}
