using Formio;
using WorkflowHost.Content.Publications;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>Says in a sentence what changed in a form.</summary>
public sealed class ChangeWords(ChangeSentences sentences)
{
    public string Of(FormChange change) => sentences.Of(ContentChange.From(change));
}
