namespace WorkflowHost.Delivery;

/// <summary>How an attempt ended.</summary>
public abstract record DeliveryVerdict
{
    private DeliveryVerdict()
    {
    }

    public sealed record Delivered : DeliveryVerdict;

    public sealed record TryAgain(DateTimeOffset At, string Reason) : DeliveryVerdict;

    public sealed record GivenUp(string Reason) : DeliveryVerdict;
}
