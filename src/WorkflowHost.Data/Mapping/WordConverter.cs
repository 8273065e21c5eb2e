using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkflowHost.Data.Mapping;

/// <summary>Enums of the case work as their lower-case words.</summary>
internal sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(
    word => word.ToString().ToLowerInvariant(),
    text => Enum.Parse<TEnum>(text, true))
    where TEnum : struct, Enum;
