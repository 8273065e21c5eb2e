using Formio.Forms;
using Formio.Dates;
using Formio.Values;

namespace Formio.Rules;

/// <summary>A time is written exactly in its data format.</summary>
internal sealed class Time : Rule
{
    public override bool Concerns(CompiledComponent component) => component.Type == "time";

    public override RuleFailure? Check(in RuleInput input)
    {
        if (!input.Value.IsTruthy || Emptiness.IsEmpty(input.Component, input.Value)) return null;
        var format = input.Component.Json["dataFormat"];
        return TimeText.Read(input.Value.ToString(), format.IsTruthy ? format.ToString() : "HH:mm:ss") is null
            ? new RuleFailure("time")
            : null;
    }
}
