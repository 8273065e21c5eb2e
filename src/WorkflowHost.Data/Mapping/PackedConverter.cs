using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkflowHost.Data.Mapping;

/// <summary>Long JSON texts as <see cref="PackedText"/>: LINQ and prepared SQL see text, the file sees a tenth of it.</summary>
internal sealed class PackedConverter() : ValueConverter<string, byte[]>(
    text => PackedText.Pack(Encoding.UTF8.GetBytes(text)),
    packed => PackedText.UnpackText(packed));
