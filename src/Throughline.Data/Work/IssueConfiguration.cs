using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Work;

internal sealed class IssueConfiguration
    : IEntityTypeConfiguration<Issue>,
        IEntityTypeConfiguration<IssueText>,
        IEntityTypeConfiguration<IssueEvent>,
        IEntityTypeConfiguration<IssueVote>,
        IEntityTypeConfiguration<IssueFlag>
{
    public void Configure(EntityTypeBuilder<Issue> issue)
    {
        issue.ToTable("Issues");
        issue.Ignore(i => i.IsListed);
        issue.Property(i => i.Title).HasMaxLength(Issue.LongestTitle);
        issue.Property(i => i.About).HasMaxLength(Issue.LongestAbout);
        issue.Property(i => i.RaisedAs).HasMaxLength(Issue.LongestRaisedAs);
        issue.Property(i => i.ParkedBecause).HasMaxLength(IssueEvent.Longest);
        issue.Property(i => i.HandledBy).HasMaxLength(Issue.LongestHandledBy);
        issue
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(i => i.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        issue
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(i => i.RaisedById)
            .OnDelete(DeleteBehavior.Restrict);
        issue
            .HasOne<OtherTeam>()
            .WithMany()
            .HasForeignKey(i => i.HandledByTeamId)
            .OnDelete(DeleteBehavior.Restrict);
        issue
            .HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(i => i.MeetingId)
            .OnDelete(DeleteBehavior.Restrict);
        issue.HasIndex(i => i.MeetingId).HasFilter("\"MeetingId\" IS NOT NULL");
        issue.HasMany(i => i.Texts).WithOne().HasForeignKey(t => t.IssueId);
        issue.HasMany(i => i.Events).WithOne().HasForeignKey(e => e.IssueId);
        issue.HasMany(i => i.Votes).WithOne().HasForeignKey(v => v.IssueId);
        issue.HasMany(i => i.Flags).WithOne().HasForeignKey(f => f.IssueId);
        issue.HasIndex(i => new { i.UnitId, i.Number }).IsUnique();
        // The list: the few that are open, of all that ever were.
        issue.HasIndex(i => new { i.UnitId, i.Status });
    }

    public void Configure(EntityTypeBuilder<IssueText> text)
    {
        text.ToTable("IssueTexts");
        text.HasKey(t => new { t.IssueId, t.Stage });
        text.Property(t => t.Words).HasMaxLength(IssueText.Longest);
    }

    public void Configure(EntityTypeBuilder<IssueEvent> line)
    {
        line.ToTable("IssueEvents");
        line.Property(e => e.Words).HasMaxLength(IssueEvent.Longest);
        line.HasIndex(e => new { e.IssueId, e.Id });
    }

    public void Configure(EntityTypeBuilder<IssueVote> vote)
    {
        vote.ToTable("IssueVotes");
        // One vote a member and issue.
        vote.HasKey(v => new { v.IssueId, v.PersonId });
    }

    public void Configure(EntityTypeBuilder<IssueFlag> flag)
    {
        flag.ToTable("IssueFlags");
        flag.HasKey(f => new { f.IssueId, f.PersonId });
    }
}
