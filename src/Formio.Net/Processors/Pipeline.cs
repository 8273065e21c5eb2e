using Formio.Processing;

namespace Formio.Processors;

/// <summary>The processors in form.io's order (the flat list of server ≥ 4.5; serverOverride happens when compiling).</summary>
internal static class Pipeline
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        var processors = pass.Processors;
        if (pass.Context.OnlyValidate)
        {
            Validate.Process(visit, pass);
            return;
        }

        foreach (var property in visit.Component.Overridden)
            pass.Trace.Changed(visit, property, visit.Component.Json[property]);
        if ((processors & ProcessorSet.Filter) != 0) Filter.Mark(visit, pass);
        if ((processors & ProcessorSet.DefaultValue) != 0) DefaultValue.Process(visit, pass);
        if ((processors & ProcessorSet.Fetch) != 0) Fetch.Process(visit, pass);
        if ((processors & ProcessorSet.Calculate) != 0) Calculate.Process(visit, pass);
        if ((processors & ProcessorSet.Conditions) != 0) Conditions.Process(visit, pass);
        if ((processors & ProcessorSet.Logic) != 0) Logic.Process(visit, pass);
        if ((processors & ProcessorSet.Normalize) != 0) Normalize.Process(visit, pass);
        if ((processors & ProcessorSet.ClearHidden) != 0) ClearHidden.Process(visit, pass);
    }

    public static void PostProcess(ComponentVisit visit, SubmissionPass pass)
    {
        if ((pass.Processors & ProcessorSet.Filter) != 0) Filter.Build(visit, pass);
        if ((pass.Processors & ProcessorSet.Validate) != 0 && !pass.Context.OnlyValidate) Validate.Process(visit, pass);
    }
}
