using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Throughline.Data;

/// <summary>A list that lies in one column, because it is always read and written as a whole: the sections of an agenda, the steps of a protocol.</summary>
internal static class ListColumn
{
    /// <summary>Keeps the list as one text. A list is never changed in place; another one takes its place.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> InOneColumn<T>(
        this PropertyBuilder<IReadOnlyList<T>> list
    ) => list.HasConversion(Of<T>.Converter, Of<T>.Comparer);

    private static class Of<T>
    {
        private static readonly JsonSerializerOptions Json = new()
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        public static readonly ValueConverter<IReadOnlyList<T>, string> Converter = new(
            list => Write(list),
            text => Read(text)
        );

        public static readonly ValueComparer<IReadOnlyList<T>> Comparer = new(
            (a, b) => a!.SequenceEqual(b!),
            list => list.Aggregate(0, (hash, one) => HashCode.Combine(hash, one)),
            list => list
        );

        private static string Write(IReadOnlyList<T> list) => JsonSerializer.Serialize(list, Json);

        private static IReadOnlyList<T> Read(string text) =>
            JsonSerializer.Deserialize<T[]>(text, Json) ?? [];
    }
}
