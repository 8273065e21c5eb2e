namespace Formio.Checks;

/// <summary>Looks at a value that people copy from a document and says where it cannot be right. It warns; it never refuses.</summary>
internal interface IValueCheck
{
    /// <summary>What a component names in <c>properties.check</c>.</summary>
    string Name { get; }

    /// <summary>The key of the sentence for the person; null when there is nothing to say.</summary>
    string? Warn(string value);
}
