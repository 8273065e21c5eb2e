using Formio.Processing;
using Formio.Values;

namespace Formio.Conditions;

/// <summary><c>{show, when, eq}</c>: both sides compared as text.</summary>
internal sealed class LegacyCondition(DataObject settings)
{
    private readonly string _when = settings["when"].ToString();
    private readonly string _eq = settings["eq"].ToString();
    private readonly string _show = settings["show"].ToString();

    public string When => _when;

    public bool Check(ComponentVisit visit, SubmissionPass pass)
    {
        var value = visit.Component.Root.Form.Find(_when).Read(visit, pass.Data);
        if (value.IsContainer && DataPath.Has(value, DataPath.Parse(_eq)))
            return DataPath.Member(value, _eq).ToString() == _show;
        if (value.AsArray is { } items && items.Items.Any(item => item.ToString() == _eq)) return _show == "true";
        return (value.ToString() == _eq) == (_show == "true");
    }
}
