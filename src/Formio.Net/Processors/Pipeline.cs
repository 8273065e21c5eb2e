using Formio.Processing;

namespace Formio.Processors;

/// <summary>The processors in form.io's order (the flat list of server ≥ 4.5; serverOverride happens when compiling).</summary>
internal static class Pipeline
{
    public static void Process(ComponentVisit visit, SubmissionPass pass)
    {
        if (pass.Context.OnlyValidate) return;
        Filter.Mark(visit, pass);
        DefaultValue.Process(visit, pass);
        Calculate.Process(visit, pass);
        Conditions.Process(visit, pass);
        Logic.Process(visit, pass);
        Normalize.Process(visit, pass);
        ClearHidden.Process(visit, pass);
    }

    public static void PostProcess(ComponentVisit visit, SubmissionPass pass)
    {
        if (!pass.Context.OnlyValidate) Filter.Build(visit, pass);
        Validate.Process(visit, pass);
    }
}
