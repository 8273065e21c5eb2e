using Formio.Forms;
using Formio.Values;

namespace Formio;

/// <summary>
/// One form version made ready to judge submissions: paths, options, expressions and references resolved once.
/// Immutable and thread-safe; cache it per version.
/// </summary>
public sealed class CompiledForm
{
    private DataObject? _json;

    private CompiledForm(FormDefinition definition, FormCompileOptions options)
    {
        Definition = definition;
        Options = options;
        Root = FormCompiler.Compile(definition);
    }

    /// <summary>The form it was compiled from.</summary>
    public FormDefinition Definition { get; }

    /// <summary>All components in form order, layout included.</summary>
    public IReadOnlyList<FormComponent> Components => Definition.Components;

    internal FormCompileOptions Options { get; }

    internal FormRoot Root { get; }

    /// <summary>The form as formulas see it.</summary>
    internal DataObject Json => _json ??= DataReader.Read(Definition.Json).AsObject!; // a definition is an object

    /// <summary>Compiles a form. Mistakes in expressions do not fail here: form.io ignores them, and FormLint names them.</summary>
    public static CompiledForm Compile(FormDefinition definition, FormCompileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new CompiledForm(definition, options ?? new FormCompileOptions());
    }
}
