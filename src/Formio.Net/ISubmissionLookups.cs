namespace Formio;

/// <summary>The host's answers to checks that a form alone cannot decide. Called synchronously during processing.</summary>
public interface ISubmissionLookups
{
    /// <summary>form.io's <c>unique</c>: is the value free among the other submissions of this form?</summary>
    UniqueAnswer IsUnique(LookupQuestion question);

    /// <summary>form.io's <c>validate.select</c> on a resource select: does the resource hold the value?</summary>
    bool ResourceHolds(LookupQuestion question);

    /// <summary>
    /// A GET for a select or a data source whose items come from an address. Null when the address cannot be reached
    /// or the host does not allow it; form.io then accepts the value.
    /// </summary>
    FetchAnswer? Fetch(FetchQuestion question);
}
