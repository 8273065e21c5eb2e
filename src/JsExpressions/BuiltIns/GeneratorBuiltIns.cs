using JsExpressions.Evaluation.Pausing;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>The prototypes of generators and of generator and asynchronous functions, which have no global names.</summary>
internal static class GeneratorBuiltIns
{
    public static void Install()
    {
        Intrinsics.GeneratorPrototype
            .Function("next", 1, (run, self, args) => This(run, self).Resume(run, ResumeKind.Next, args.At(0)))
            .Function("return", 1, (run, self, args) => This(run, self).Resume(run, ResumeKind.Return, args.At(0)))
            .Function("throw", 1, (run, self, args) => This(run, self).Resume(run, ResumeKind.Throw, args.At(0)))
            .Tag("Generator");
        Intrinsics.GeneratorFunctionPrototype.Tag("GeneratorFunction")
            .DefineOwn("prototype", Intrinsics.GeneratorPrototype, Attributes.Configurable);
        Intrinsics.GeneratorPrototype.DefineOwn("constructor", Intrinsics.GeneratorFunctionPrototype, Attributes.Configurable);
        Intrinsics.AsyncFunctionPrototype.Tag("AsyncFunction");
        foreach (var prototype in (JsObject[])[Intrinsics.GeneratorPrototype, Intrinsics.GeneratorFunctionPrototype, Intrinsics.AsyncFunctionPrototype])
            Builder.Share(prototype);
    }

    private static JsGenerator This(JsRun run, JsValue self) =>
        self.Ref as JsGenerator ?? throw JsErrors.Type(run, $"next method called on incompatible receiver {self}");
}
