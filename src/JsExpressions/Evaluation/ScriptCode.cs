using System.Collections.Frozen;
using JsExpressions.Parsing;
using JsExpressions.Parsing.Tree;

namespace JsExpressions.Evaluation;

/// <summary>A compiled script: its top level is a function whose <c>var</c>s are shared with the scope.</summary>
internal sealed class ScriptCode
{
    private readonly SourceText _source;
    private readonly string[] _freeNames;
    private readonly FunctionCode _root;
    private readonly Variable[] _shared;

    private ScriptCode(SourceText source, string[] freeNames, FunctionCode root, FunctionShape info)
    {
        _source = source;
        _freeNames = freeNames;
        _root = root;
        _shared = info.Scope.Variables.Where(variable => !variable.IsLexical).ToArray();
        LexicalNames = info.Scope.Variables.Where(variable => variable.IsLexical).Select(variable => variable.Name).ToFrozenSet();
    }

    public IReadOnlySet<string> LexicalNames { get; }

    public static ScriptCode Compile(SourceText source, FunctionShape root, string[] freeNames)
    {
        var compiler = new Compiler(source, freeNames);
        return new ScriptCode(source, freeNames, compiler.CompileScript(root), root);
    }

    public JsValue Evaluate(JsRun run, JsScope scope)
    {
        var root = new ScriptRoot(scope, run, _freeNames, _source);
        var frame = new Frame(run, root, _root.SlotCount, [], JsValue.Undefined);
        var (source, at, depth) = (run.Source, run.At, run.Budget.Depth);
        run.Source = _source;
        run.Budget.Enter();
        try
        {
            _root.Scope.Enter(frame);
            if (_shared.Length == 0) return _root.Run(frame);
            foreach (var variable in _shared)
                if (variable.Kind == VariableKind.Var && scope.TryGet(variable.Name, out var value)) Write(frame, variable, value);
            _root.Scope.Hoist(frame);
            try
            {
                return _root.Run(frame);
            }
            finally
            {
                foreach (var variable in _shared) Publish(frame, scope, variable);
            }
        }
        finally
        {
            run.Budget.Depth = depth;
            (run.Source, run.At) = (source, at);
        }
    }

    private static void Publish(Frame frame, JsScope scope, Variable variable)
    {
        var stored = frame.Slots[variable.Slot];
        var value = variable.Captured ? ((Cell)stored.Ref!).Value : stored; // captured variables live in cells
        if (scope.Find(variable.Name) is { } binding) binding.Write(value);
        else scope.Set(variable.Name, value);
    }

    private static void Write(Frame frame, Variable variable, JsValue value)
    {
        if (variable.Captured) ((Cell)frame.Slots[variable.Slot].Ref!).Value = value; // captured variables live in cells
        else frame.Slots[variable.Slot] = value;
    }
}
