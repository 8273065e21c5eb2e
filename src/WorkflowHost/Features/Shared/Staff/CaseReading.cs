using System.Text.RegularExpressions;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>What of a case this person may read: a name is as delicate as the most delicate field it is made of.</summary>
public sealed partial class CaseReading(CurrentStaff staff, PublishedContent content)
{
    /// <summary>Whether the case exists for the person at all.</summary>
    public bool MayOpen(Case file) => staff.MayAt(Permissions.ReadCases, file.SiteKey);

    public bool MayRead(Case file, Sensitivity sensitivity) => staff.MayRead(Permissions.ReadCases, sensitivity, file.SiteKey);

    /// <summary>The title, or the folio for those who may not read what it is made of.</summary>
    public string TitleOf(Case file) => TitleOf(file.Type, file.Title, file.Folio, file.SiteKey);

    public string TitleOf(string type, string title, string folio, string? siteKey) =>
        title.Length > 0 && SensitivitiesOfTitle(type).All(one => staff.MayRead(Permissions.ReadCases, one, siteKey)) ? title : folio;

    /// <summary>Whether the person may search cases of that type by their content.</summary>
    public bool MaySearch(CaseType type) => type.Search
        .Select(key => type.Fields.FirstOrDefault(field => field.Key == key)?.Sensitivity ?? Sensitivity.Personal)
        .All(sensitivity => staff.Roles.Any(held =>
            held.Role.Permissions.Contains(Permissions.ReadCases) && held.Role.Sensitivities.Contains(sensitivity)));

    private IEnumerable<Sensitivity> SensitivitiesOfTitle(string typeKey)
    {
        if (content.Current.Plan.FindCaseType(typeKey) is not { } type)
            return [Sensitivity.Protected];

        return FieldInTemplate().Matches(type.TitleTemplate)
            .Select(match => type.Fields.FirstOrDefault(field => field.Key == match.Groups[1].Value)?.Sensitivity ?? Sensitivity.Protected)
            .Distinct();
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex FieldInTemplate();
}
