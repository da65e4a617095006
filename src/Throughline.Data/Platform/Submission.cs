using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Shared;

namespace Throughline.Data.Platform;

/// <summary>
/// A form that was posted: its key and a hash of its content. It is saved in the transaction of what the post did, so
/// that the same post sent twice (a double tap, a retry on bad Wi-Fi) makes one thing. The same key with other content
/// is another request.
/// </summary>
public sealed class Submission : IDistrictOwned, INotAudited
{
    public Guid DistrictId { get; init; }
    public Guid PersonId { get; init; }
    public Guid Key { get; init; }

    /// <summary>SHA-256 of address and fields.</summary>
    public byte[] ContentHash { get; init; } = [];
    public DateTime At { get; init; }

    /// <summary>Where the first post led, for the second to follow.</summary>
    public string? Location { get; set; }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.ToTable("Submissions");
        submission.HasKey(s => new
        {
            s.PersonId,
            s.Key,
            s.ContentHash,
        });
        submission.Property(s => s.ContentHash).HasMaxLength(32);
        submission.Property(s => s.Location).HasMaxLength(400);
        submission.HasIndex(s => s.At);
    }
}
