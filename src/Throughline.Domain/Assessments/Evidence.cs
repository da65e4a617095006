using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>What a piece of evidence is.</summary>
public enum EvidenceKind
{
    /// <summary>Words: what someone saw or counted.</summary>
    Words = 1,

    /// <summary>The address of a page.</summary>
    Link = 2,

    /// <summary>A file, kept with the installation's data.</summary>
    File = 3,
}

/// <summary>One thing the team points to when it agrees on a level. It is added and removed, never changed.</summary>
public sealed class Evidence : IDistrictOwned
{
    /// <summary>Longest words, in characters.</summary>
    public const int LongestWords = 1000;

    /// <summary>Longest address, in characters.</summary>
    public const int LongestAddress = 1000;

    private Evidence() { }

    /// <summary>Identity of the evidence.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit of the item: who may read what changed there reads that it was added or removed.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The item it is about.</summary>
    public Guid AgreedItemId { get; private set; }

    /// <summary>Words, a link or a file.</summary>
    public EvidenceKind Kind { get; private set; }

    /// <summary>The words, or what the link or file shows; null when nobody said.</summary>
    public string? Words { get; private set; }

    /// <summary>The link's address, http or https; null for words and files.</summary>
    public string? Address { get; private set; }

    /// <summary>The file's name with its extension; null for words and links.</summary>
    public string? FileName { get; private set; }

    /// <summary>What the file holds, found from its content; null for words and links.</summary>
    public EvidenceFormat? Format { get; private set; }

    /// <summary>The file's size in bytes; null for words and links.</summary>
    public int? Size { get; private set; }

    /// <summary>Who added it.</summary>
    public Guid AddedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>Adds words. Refused when empty or longer than 1,000 characters.</summary>
    public static Result<Evidence> OfWords(AgreedItem item, string? words, Guid by, DateTime now)
    {
        var text = Text.Passage(words, "the evidence", LongestWords, "Words");
        return !text.IsOk ? text.Refusal!
            : text.Value is null
                ? Result.Refused<Evidence>("Write what the team points to.", "Words")
            : Result.Ok(New(item, EvidenceKind.Words, text.Value, by, now));
    }

    /// <summary>Adds a link. Refused for anything but a whole http or https address.</summary>
    public static Result<Evidence> OfLink(
        AgreedItem item,
        string? address,
        string? words,
        Guid by,
        DateTime now
    )
    {
        var link = Text.Required(address, "the address", LongestAddress, "Address");
        if (!link.IsOk)
        {
            return link.Refusal!;
        }

        if (
            !Uri.TryCreate(link.Value, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.Host.Length == 0
            || uri.UserInfo.Length > 0
        )
        {
            return Result.Refused<Evidence>(
                "Enter a whole address that begins with https:// or http://.",
                "Address"
            );
        }

        var text = Text.Passage(words, "what the link shows", LongestWords, "Words");
        if (!text.IsOk)
        {
            return text.Refusal!;
        }

        var evidence = New(item, EvidenceKind.Link, text.Value, by, now);
        evidence.Address = uri.AbsoluteUri;
        return uri.AbsoluteUri.Length > LongestAddress
            ? Result.Refused<Evidence>("This address is too long. Use a shorter one.", "Address")
            : Result.Ok(evidence);
    }

    /// <summary>Adds a file that was checked; keep its content in the same save.</summary>
    public static Result<Evidence> OfFile(
        AgreedItem item,
        CheckedFile file,
        string? words,
        Guid by,
        DateTime now
    )
    {
        var text = Text.Passage(words, "what the file shows", LongestWords, "Words");
        if (!text.IsOk)
        {
            return text.Refusal!;
        }

        var evidence = New(item, EvidenceKind.File, text.Value, by, now);
        (evidence.FileName, evidence.Format, evidence.Size) = (file.Name, file.Format, file.Size);
        return Result.Ok(evidence);
    }

    private static Evidence New(
        AgreedItem item,
        EvidenceKind kind,
        string? words,
        Guid by,
        DateTime now
    ) =>
        new()
        {
            Id = Ids.New(now),
            DistrictId = item.DistrictId,
            UnitId = item.UnitId,
            AgreedItemId = item.Id,
            Kind = kind,
            Words = words,
            AddedById = by,
            AddedAt = now,
        };
}
