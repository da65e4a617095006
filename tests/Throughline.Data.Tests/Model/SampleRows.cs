using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Throughline.Domain.Meetings;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;

namespace Throughline.Data.Tests.Model;

/// <summary>
/// One row of every entity of the model, each property with a value of its own, tied together by the foreign keys: made
/// from the model, so that a new entity is tried by being there.
/// </summary>
internal sealed class SampleRows
{
    private readonly Guid districtId;
    private readonly bool full;
    private readonly Dictionary<IEntityType, object> rows = [];
    private int count;

    /// <param name="model">The model.</param>
    /// <param name="districtId">Whose rows.</param>
    /// <param name="full">False leaves out whatever may be left out.</param>
    public SampleRows(IModel model, Guid districtId, bool full)
    {
        (this.districtId, this.full) = (districtId, full);
        foreach (var entity in model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            Make(entity);
        }
    }

    public IReadOnlyDictionary<IEntityType, object> Rows => rows;

    private static readonly ProtocolStep[] Steps =
    [
        new("“Añb” 数学", 5, "O'Brien", "One?\nTwo?", OutputKind.Observation, DescribeOnly: true),
        new("Act", 1, "Everyone", "What next?"),
    ];

    private object Make(IEntityType entity)
    {
        if (rows.TryGetValue(entity, out var made))
        {
            return made;
        }

        var row = rows[entity] = Activator.CreateInstance(entity.ClrType, nonPublic: true)!;
        foreach (var property in entity.GetProperties())
        {
            if (!property.IsForeignKey() && Value(property) is { } value)
            {
                property.PropertyInfo!.SetValue(row, value);
            }
        }

        foreach (var complex in entity.GetComplexProperties())
        {
            complex.PropertyInfo!.SetValue(row, Complex(complex));
        }

        // A row of its own kind as parent would be itself: such a key stays empty.
        foreach (
            var key in entity
                .GetForeignKeys()
                .Where(k => (full || k.IsRequired) && k.PrincipalEntityType != entity)
        )
        {
            var parent = Make(key.PrincipalEntityType);
            foreach (var (mine, theirs) in key.Properties.Zip(key.PrincipalKey.Properties))
            {
                mine.PropertyInfo!.SetValue(row, theirs.PropertyInfo!.GetValue(parent));
            }
        }

        return row;
    }

    private object Complex(IComplexProperty complex)
    {
        var constructor = complex
            .ComplexType.ClrType.GetConstructors()
            .MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([
            .. constructor
                .GetParameters()
                .Select(p =>
                    Value(
                        complex
                            .ComplexType.GetProperties()
                            .Single(c =>
                                string.Equals(c.Name, p.Name, StringComparison.OrdinalIgnoreCase)
                            )
                    )
                ),
        ]);
    }

    private object? Value(IProperty property)
    {
        if (property.Name == "DistrictId")
        {
            return districtId;
        }

        // A number that the database counts, or what this sample leaves out.
        if (
            (property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(int))
            || (!full && property.IsNullable)
        )
        {
            return null;
        }

        count++;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var known = new Dictionary<Type, Func<object>>
        {
            [typeof(string)] = () => Words(property),
            [typeof(byte[])] = () => new byte[] { 1, 0, 255, (byte)count },
            [typeof(Guid)] = () =>
                Guid.Parse(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"01890000-0000-7000-8000-{count:D12}"
                    )
                ),
            [typeof(bool)] = () => full,
            [typeof(int)] = () => count,
            [typeof(long)] = () => (long)int.MaxValue + count,
            [typeof(double)] = () => count + 0.25,
            [typeof(DateOnly)] = () => new DateOnly(2027, 2, 28).AddDays(count),
            [typeof(TimeOnly)] = () => new TimeOnly(23, 59).AddMinutes(-count),
            [typeof(DateTime)] = () =>
                new DateTime(2027, 3, 14, 7, 30, 15, DateTimeKind.Utc).AddTicks(
                    1_234_560 + (count * TimeSpan.TicksPerSecond)
                ),
            [typeof(IReadOnlyList<AgendaSection>)] = () =>
                new[]
                {
                    new AgendaSection(SectionKind.Vision, "“Añb” 数学", 5, StopState.Done, 290),
                    new AgendaSection(SectionKind.Other, "O'Brien", 0),
                },
            [typeof(IReadOnlyList<VoiceCount>)] = () =>
                new[] { new VoiceCount(SeatKind.Coach, Guid.Empty, 1, 2, 3, 4) },
            [typeof(IReadOnlyList<MinutesPlace>)] = () => new[] { new MinutesPlace(3, 4, 5) },
            [typeof(IReadOnlyList<FeedbackLine>)] = () =>
                new[] { new FeedbackLine(FeedbackBox.Delta, "“Añb” 数学\nO'Brien <b>") },
            [typeof(IReadOnlyList<EarlierTheme>)] = () =>
                new[]
                {
                    new EarlierTheme(
                        "“Añb” 数学",
                        ThemeState.Changed,
                        "O'Brien <b>",
                        Guid.Parse("01890000-0000-7000-8000-00000000abcd"),
                        new DateTime(2027, 3, 14, 7, 30, 15, DateTimeKind.Utc)
                    ),
                },
            [typeof(IReadOnlyList<MapBranch>)] = () =>
                new[] { new MapBranch("“Añb” 数学", ["O'Brien", "<b>%_\\"]) },
            [typeof(IReadOnlyList<NoteLine>)] = () =>
                new[]
                {
                    new NoteLine(
                        1,
                        NoteLineKind.Win,
                        "“Añb” 数学\n<b>",
                        Guid.Parse("01890000-0000-7000-8000-00000000abce")
                    ),
                    new NoteLine(2, NoteLineKind.Own, "O'Brien", null, IsLeftOut: true),
                },
            [typeof(IReadOnlyList<Guid>)] = () =>
                new[] { Guid.Parse("01890000-0000-7000-8000-00000000abcd") },
            [typeof(IReadOnlyList<string>)] = () => new[] { "“Añb” 数学", "O'Brien" },
            [typeof(IReadOnlyList<ProtocolStep>)] = () => Steps,
            [typeof(IReadOnlyList<RunStep>)] = () => Steps.Select(s => new RunStep(s, 90)).ToList(),
            [typeof(DateTimeOffset)] = () =>
                new DateTimeOffset(2027, 3, 14, 7, 30, 0, TimeSpan.Zero),
        };
        return type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)
            : known.TryGetValue(type, out var sample) ? sample()
            : throw new NotSupportedException(
                $"{property.DeclaringType.DisplayName()}.{property.Name} is a {type.Name}: give it a sample value here."
            );
    }

    // What people type: other scripts, quotes, a line break, up to the longest that fits.
    private string Words(IProperty property)
    {
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{count} “Añb” O'Brien, 数学 <b>\n%_\\"
        );
        return property.GetMaxLength() is { } longest
            ? words.PadRight(longest, 'z')[..longest]
            : words;
    }
}
