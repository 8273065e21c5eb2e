using Formio.Forms;
using Formio.Messages;
using Formio.Processors;
using Formio.Scripting;
using Formio.Values;

namespace Formio.Processing;

/// <summary>One submission going through one form: the state that form.io calls scope.</summary>
internal sealed class SubmissionPass
{
    private readonly Dictionary<string, PathState> _states = new(StringComparer.Ordinal);
    private readonly List<PathState> _conditionals = [];
    private readonly List<string> _cleared = [];

    public SubmissionPass(CompiledForm form, DataObject data, SubmissionContext context)
    {
        Form = form;
        Data = data;
        Context = context;
        Processors = context.OnlyValidate ? ProcessorSet.Validate : context.Processors;
        Errors = new ErrorList(this);
        Scripts = new ScriptHost(this);
        Messages = MessageBook.For(context.Language, form.Options);
    }

    public CompiledForm Form { get; }

    public SubmissionContext Context { get; }

    public ProcessorSet Processors { get; }

    /// <summary>The submitted data, changed in place as the pass goes.</summary>
    public DataObject Data { get; }

    /// <summary>What the form lets through, built on the way up.</summary>
    public DataObject Filtered { get; } = new();

    /// <summary>Answers of data sources, which formulas see even after the filter.</summary>
    public Dictionary<string, DataValue> Fetched { get; } = new(StringComparer.Ordinal);

    public ErrorList Errors { get; }

    public ScriptHost Scripts { get; }

    public MessageBook Messages { get; }

    public PassTrace Trace { get; } = new();

    public SubmissionResult Run()
    {
        FormWalk.Walk(this);
        return new SubmissionResult
        {
            Data = DataWriter.ToNode((Processors & ProcessorSet.Filter) != 0 ? Filtered : Data),
            Errors = Errors.Report(),
            Warnings = Errors.Warnings,
            HiddenPaths = [.. _conditionals.Where(state => state.IsConditionallyHidden == true).Select(state => state.Path)],
            ClearedPaths = _cleared,
            Trace = Trace.Report(_conditionals),
        };
    }

    public PathState StateOf(string path)
    {
        if (!_states.TryGetValue(path, out var state)) _states[path] = state = new PathState(path);
        return state;
    }

    public void RecordConditional(PathState state, bool isHidden)
    {
        if (state.IsConditionallyHidden is null) _conditionals.Add(state);
        state.IsConditionallyHidden = isHidden;
    }

    public void RecordCleared(PathState state)
    {
        if (!state.IsCleared) _cleared.Add(state.Path);
        state.IsCleared = true;
        state.IsMarked = false;
    }
}
