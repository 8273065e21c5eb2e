namespace WorkflowHost.Features.Planning.Deadlines;

/// <summary>What a rule can name, each with what it is called.</summary>
/// <param name="Places">Processes and, as <c>process/step</c>, their steps.</param>
public sealed record DeadlineChoices(
    IReadOnlyList<DeadlineChoice> Forms,
    IReadOnlyList<DeadlineChoice> Roles,
    IReadOnlyList<DeadlineChoice> Places,
    IReadOnlyList<string> Events)
{
    public string RoleTitle(string key) => Roles.FirstOrDefault(role => role.Key == key)?.Title ?? key;

    public string PlaceTitle(string key) => Places.FirstOrDefault(place => place.Key == key)?.Title ?? key;
}

public sealed record DeadlineChoice(string Key, string Title);
