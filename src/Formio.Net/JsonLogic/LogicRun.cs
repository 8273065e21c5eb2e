using Formio.Processing;
using Formio.Values;

namespace Formio.JsonLogic;

/// <summary>json-logic-js 2.0.5: applies a rule to data. An object with one key is an operation, everything else a literal.</summary>
internal sealed class LogicRun(SubmissionPass pass)
{
    public SubmissionPass Pass => pass;

    public DataValue Apply(DataValue logic, DataValue data)
    {
        pass.Scripts.CountStep();
        if (logic.AsArray is { } list)
        {
            var results = new DataArray(list.Count);
            foreach (var item in list) results.Add(Apply(item, data));
            return results;
        }

        if (logic.AsObject is not { Count: 1 } operation) return logic;
        var name = operation.Keys.First();
        var given = operation[name];
        var arguments = given.AsArray ?? new DataArray([given]);
        return Control(name, arguments, data) ?? Plain(name, arguments, data);
    }

    /// <summary>JSONLogic's own idea of true: an empty array is not.</summary>
    public static bool IsTruthy(DataValue value) => value.AsArray is { Count: 0 } ? false : value.IsTruthy;

    private DataValue Plain(string name, DataArray arguments, DataValue data)
    {
        var values = new DataArray(arguments.Count);
        foreach (var argument in arguments) values.Add(Apply(argument, data));
        if (LogicOperators.Find(name) is { } known) return known(this, values, data);
        if (name.StartsWith('_')) return pass.Scripts.CallLodash(name[1..], values);
        throw new JsonLogicException($"Unrecognized operation {name}");
    }

    // These decide themselves which of their arguments are evaluated.
    private DataValue? Control(string name, DataArray arguments, DataValue data)
    {
        switch (name)
        {
            case "if" or "?:": return If(arguments, data);
            case "and": return Until(arguments, data, stopAt: false);
            case "or": return Until(arguments, data, stopAt: true);
            case "filter":
                return List(arguments, data) is { } filtered
                    ? new DataArray(filtered.Items.Where(item => IsTruthy(Apply(arguments[1], item))))
                    : new DataArray();
            case "map":
                return List(arguments, data) is { } mapped
                    ? new DataArray(mapped.Items.Select(item => Apply(arguments[1], item)))
                    : new DataArray();
            case "reduce": return Reduce(arguments, data);
            case "all":
                return List(arguments, data) is { Count: > 0 } all && all.Items.All(item => IsTruthy(Apply(arguments[1], item)));
            case "none":
                return List(arguments, data) is not { Count: > 0 } none || !none.Items.Any(item => IsTruthy(Apply(arguments[1], item)));
            case "some":
                return List(arguments, data) is { Count: > 0 } some && some.Items.Any(item => IsTruthy(Apply(arguments[1], item)));
            default: return null;
        }
    }

    private DataArray? List(DataArray arguments, DataValue data) => Apply(arguments[0], data).AsArray;

    private DataValue If(DataArray arguments, DataValue data)
    {
        var i = 0;
        for (; i < arguments.Count - 1; i += 2)
        {
            if (IsTruthy(Apply(arguments[i], data))) return Apply(arguments[i + 1], data);
        }

        return arguments.Count == i + 1 ? Apply(arguments[i], data) : DataValue.Null;
    }

    private DataValue Until(DataArray arguments, DataValue data, bool stopAt)
    {
        var current = DataValue.Undefined;
        foreach (var argument in arguments)
        {
            current = Apply(argument, data);
            if (IsTruthy(current) == stopAt) return current;
        }

        return current;
    }

    private DataValue Reduce(DataArray arguments, DataValue data)
    {
        var list = List(arguments, data);
        var result = arguments[2].IsUndefined ? DataValue.Null : Apply(arguments[2], data);
        if (list is null) return result;
        foreach (var item in list)
        {
            var step = new DataObject { ["current"] = item, ["accumulator"] = result };
            result = Apply(arguments[1], step);
        }

        return result;
    }
}
