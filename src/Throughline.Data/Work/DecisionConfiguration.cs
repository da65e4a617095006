using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Work;

internal sealed class DecisionConfiguration
    : IEntityTypeConfiguration<Decision>,
        IEntityTypeConfiguration<DecisionTeam>,
        IEntityTypeConfiguration<DecisionHand>,
        IEntityTypeConfiguration<HandTally>,
        IEntityTypeConfiguration<DecisionConcern>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("Decisions");
        decision.Ignore(d => d.IsOpen);
        decision.Ignore(d => d.UpCount);
        decision.Ignore(d => d.Counts);
        decision.Ignore(d => d.IsBlocked);
        decision.Property(d => d.Title).HasMaxLength(Decision.LongestTitle);
        decision.Property(d => d.Background).HasMaxLength(Decision.LongestText);
        decision.Property(d => d.Outcome).HasMaxLength(Decision.LongestText);
        decision.Property(d => d.Reasons).HasMaxLength(Decision.LongestText);
        decision.Property(d => d.NotHeard).HasMaxLength(Decision.LongestNotHeard);
        decision
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(d => d.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        Own(decision.HasMany(d => d.Teams).WithOne(), nameof(DecisionTeam.DecisionId));
        Own(decision.HasMany(d => d.Hands).WithOne(), nameof(DecisionHand.DecisionId));
        Own(decision.HasMany(d => d.Tallies).WithOne(), nameof(HandTally.DecisionId));
        Own(decision.HasMany(d => d.Concerns).WithOne(), nameof(DecisionConcern.DecisionId));
        decision.HasIndex(d => new { d.UnitId, d.Number }).IsUnique();
        decision.HasIndex(d => new
        {
            d.UnitId,
            d.Status,
            d.Number,
        });
        decision
            .HasOne<Meeting>()
            .WithMany()
            .HasForeignKey(d => d.MeetingId)
            .OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => d.MeetingId).HasFilter("\"MeetingId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<DecisionTeam> team)
    {
        team.ToTable("DecisionTeams");
        team.HasKey(t => new { t.DecisionId, t.TeamId });
        team.HasOne<InstructionalTeam>()
            .WithMany()
            .HasForeignKey(t => t.TeamId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DecisionHand> hand)
    {
        hand.ToTable("DecisionHands");
        hand.HasKey(h => new { h.DecisionId, h.PersonId });
        hand.Property(h => h.Words).HasMaxLength(FistToFive.LongestWords);
        hand.HasOne<Person>()
            .WithMany()
            .HasForeignKey(h => h.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        hand.HasIndex(h => new { h.PersonId, h.IsUp });
    }

    public void Configure(EntityTypeBuilder<HandTally> tally)
    {
        tally.ToTable("HandTallies");
        tally.HasKey(t => new { t.DecisionId, t.Fingers });
        tally.Property(t => t.Fingers).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<DecisionConcern> concern)
    {
        concern.ToTable("DecisionConcerns");
        concern.Property(c => c.Words).HasMaxLength(FistToFive.LongestWords);
        concern
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(c => c.OwnerId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    private static void Own<T>(ReferenceCollectionBuilder<Decision, T> parts, string key)
        where T : class => parts.HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
}
