using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class BooleanBuiltIns
{
    public static JsObject Make()
    {
        Intrinsics.BooleanPrototype
            .Function("toString", 0, (run, self, _) => This(run, self).AsBoolean ? "true" : "false")
            .Function("valueOf", 0, (run, self, _) => This(run, self));
        return Builder.Constructor("Boolean", 1, Intrinsics.BooleanPrototype,
            (_, _, args) => args.At(0).IsTruthy,
            (_, _, args) => new JsWrapper(args.At(0).IsTruthy).FromThis());
    }

    private static JsValue This(JsRun run, JsValue self) =>
        self.IsBoolean ? self
        : self.ObjectOrNull is JsWrapper { Value: { IsBoolean: true } value } ? value
        : ReferenceEquals(self.Ref, Intrinsics.BooleanPrototype) ? JsValue.False // it is itself a Boolean object
        : throw JsErrors.Type(run, "Boolean method called on an incompatible value");
}
