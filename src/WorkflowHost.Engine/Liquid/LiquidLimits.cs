namespace WorkflowHost.Engine.Liquid;

/// <summary>What one rendering may spend; a message text needs a fraction of it.</summary>
internal sealed class LiquidLimits
{
    public const int MaxSteps = 100_000;
    public const int MaxTextLength = 1_000_000;
    public const int MaxItems = 100_000;
    public const int MaxNesting = 64;

    private int _steps;

    /// <summary>One step, and one more for every 100 letters or items it works on.</summary>
    /// <exception cref="ActivityFaultException">Class Limit.</exception>
    public void Step(object? input = null)
    {
        _steps += 1 + (input switch
        {
            string text => text.Length,
            LiquidMarkup markup => markup.Text.Length,
            IReadOnlyList<object?> items => items.Count,
            _ => 0,
        } / 100);
        if (_steps > MaxSteps)
            throw new ActivityFaultException("Limit", $"The template takes more than {MaxSteps} steps.");
    }

    /// <exception cref="ActivityFaultException">Class Limit.</exception>
    public static void CheckLength(long length)
    {
        if (length > MaxTextLength)
            throw new ActivityFaultException("Limit", $"The text of the template grows beyond {MaxTextLength} characters.");
    }

    /// <exception cref="ActivityFaultException">Class Limit.</exception>
    public static void CheckItems(long count)
    {
        if (count > MaxItems)
            throw new ActivityFaultException("Limit", $"A list of the template has more than {MaxItems} items.");
    }
}
