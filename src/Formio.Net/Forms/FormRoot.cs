using System.Collections.Concurrent;
using Formio.Conditions;
using Formio.Scripting;

namespace Formio.Forms;

/// <summary>A form or sub-form as a space of names: what <c>component: "g.kind"</c> means inside it.</summary>
internal sealed class FormRoot(CompiledComponent? subForm, FormRoot? outer)
{
    private readonly ConcurrentDictionary<string, ComponentReference> _references = new(StringComparer.Ordinal);
    private FormNames? _names;

    /// <summary>The form's parsed formulas; on the whole form only.</summary>
    public ScriptCache Scripts { get; } = new();

    /// <summary>The sub-form component; null for the form itself.</summary>
    public CompiledComponent? SubForm { get; } = subForm;

    /// <summary>The whole form; itself at the top.</summary>
    public FormRoot Form => outer?.Form ?? this;

    public IReadOnlyList<CompiledComponent> Components { get; set; } = [];

    /// <summary>Finds what a reference names; the answer is kept, so no condition walks the form.</summary>
    public ComponentReference Find(string path) =>
        _references.GetOrAdd(path, static (text, root) => ComponentReference.Resolve(text, root.Names), this);

    private FormNames Names => _names ??= new FormNames(Components);
}
