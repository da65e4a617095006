using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>How an instrument came into a district.</summary>
public enum InstrumentOrigin
{
    /// <summary>It comes with the product, in our own words.</summary>
    BuiltIn = 1,

    /// <summary>The district loaded its own file.</summary>
    Uploaded = 2,
}

/// <summary>
/// A district's frozen copy of one version of an instrument. It never changes, so that what people answered stays what
/// they were asked; other content comes as a higher version, which stands beside this one.
/// </summary>
public sealed class InstrumentVersion : IDistrictOwned
{
    private InstrumentVersion() { }

    /// <summary>Identity of the copy.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The instrument's key, the same through all versions. Key and version are unique in a district.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The instrument's own version number, from its file. It has nothing to do with edits of this row.</summary>
    public int Version { get; private set; }

    /// <summary>The title people read.</summary>
    public string Title { get; private set; } = "";

    /// <summary>How it asks.</summary>
    public InstrumentKind Kind { get; private set; }

    /// <summary>Whom it is about.</summary>
    public InstrumentAudience Audience { get; private set; }

    /// <summary>How many items it has.</summary>
    public int ItemCount { get; private set; }

    /// <summary>The whole instrument as <see cref="InstrumentWriter"/> writes it.</summary>
    public string Document { get; private set; } = "";

    /// <summary>Built in or uploaded.</summary>
    public InstrumentOrigin Origin { get; private set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>When the first round with it was opened, UTC; null while it is unused.</summary>
    public DateTime? FirstUsedAt { get; private set; }

    /// <summary>
    /// Adds a version to a district's instruments. The same content again changes nothing; other content under a key and
    /// version that are taken is refused, used or not.
    /// </summary>
    /// <param name="districtId">The district.</param>
    /// <param name="instrument">What was read from the file.</param>
    /// <param name="origin">Built in or uploaded.</param>
    /// <param name="sameKey">The versions the district has under the instrument's key.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<InstrumentAddition> Add(
        Guid districtId,
        Instrument instrument,
        InstrumentOrigin origin,
        IReadOnlyCollection<InstrumentVersion> sameKey,
        DateTime now
    )
    {
        var document = InstrumentWriter.Write(instrument);
        var taken = sameKey.FirstOrDefault(v => v.Version == instrument.Version);
        if (taken is not null)
        {
            return taken.Document == document
                ? Result.Ok(new InstrumentAddition(taken, IsNew: false))
                : Result.Refused<InstrumentAddition>(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Version {instrument.Version} of “{instrument.Key}” is here already and says something else. Raise “version” in the file to {sameKey.Max(v => v.Version) + 1}; it will stand beside the earlier one."
                    ),
                    "Version"
                );
        }

        return Result.Ok(
            new InstrumentAddition(
                new InstrumentVersion
                {
                    Id = Ids.New(now),
                    DistrictId = districtId,
                    Key = instrument.Key,
                    Version = instrument.Version,
                    Title = instrument.Title,
                    Kind = instrument.Kind,
                    Audience = instrument.Audience,
                    ItemCount = instrument.Items.Count,
                    Document = document,
                    Origin = origin,
                    AddedAt = now,
                },
                IsNew: true
            )
        );
    }

    /// <summary>The instrument itself, read from <see cref="Document"/>. It never changes, so it may be cached by id.</summary>
    public Instrument Read() =>
        InstrumentReader.Read(Document).Instrument
        ?? throw new InvalidOperationException($"The stored copy of {Key} {Version} is damaged.");

    internal void UsedFirst(DateTime now) => FirstUsedAt ??= now;
}

/// <summary>What came of adding an instrument to a district.</summary>
/// <param name="Version">The version the district has now.</param>
/// <param name="IsNew">False when the same content was there before and nothing changes.</param>
public sealed record InstrumentAddition(InstrumentVersion Version, bool IsNew);
