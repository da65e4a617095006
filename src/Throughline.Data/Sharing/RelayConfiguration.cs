using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Sharing;

internal sealed class RelayConfiguration
    : IEntityTypeConfiguration<Relay>,
        IEntityTypeConfiguration<RelayTeam>,
        IEntityTypeConfiguration<RelayQuestion>,
        IEntityTypeConfiguration<RelayAsker>,
        IEntityTypeConfiguration<RelayTally>,
        IEntityTypeConfiguration<SharedFigure>
{
    public void Configure(EntityTypeBuilder<Relay> relay)
    {
        relay.ToTable("Relays");
        relay.Ignore(r => r.Tally);
        relay.Property(r => r.Message).HasMaxLength(RelayMessage.Longest);
        relay.Property(r => r.EndReason).HasMaxLength(Relay.LongestReason);
        relay
            .HasOne<Decision>()
            .WithMany()
            .HasForeignKey(r => r.DecisionId)
            .OnDelete(DeleteBehavior.Restrict);
        // One a decision.
        relay.HasIndex(r => r.DecisionId).IsUnique();
        relay.HasIndex(r => new { r.UnitId, r.Number }).IsUnique();
        relay.HasMany(r => r.Teams).WithOne().HasForeignKey(t => t.RelayId);
    }

    public void Configure(EntityTypeBuilder<RelayTeam> team)
    {
        team.ToTable("RelayTeams");
        team.HasKey(t => new { t.RelayId, t.TeamId });
        team.Property(t => t.Note).HasMaxLength(RelayTeam.LongestNote);
        team.Property(t => t.Help).HasMaxLength(RelayTeam.LongestHelp);
        Team(team.HasOne<InstructionalTeam>(), nameof(RelayTeam.TeamId));
        // My day: the few that are not told, of all that ever were to be.
        team.HasIndex(t => t.UnitId).HasFilter("\"ToldOn\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<RelayQuestion> question)
    {
        question.ToTable("RelayQuestions");
        question.Property(q => q.Text).HasMaxLength(RelayQuestion.LongestText);
        question.Property(q => q.Answer).HasMaxLength(RelayQuestion.LongestAnswer);
        question
            .HasOne<Relay>()
            .WithMany()
            .HasForeignKey(q => q.RelayId)
            .OnDelete(DeleteBehavior.Restrict);
        question
            .HasOne<Issue>()
            .WithMany()
            .HasForeignKey(q => q.IssueId)
            .OnDelete(DeleteBehavior.Restrict);
        question.HasMany(q => q.Askers).WithOne().HasForeignKey(a => a.QuestionId);
        question.HasIndex(q => new { q.RelayId, q.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RelayAsker> asker)
    {
        asker.ToTable("RelayAskers");
        asker.HasKey(a => new { a.QuestionId, a.TeamId });
        Team(asker.HasOne<InstructionalTeam>(), nameof(RelayAsker.TeamId));
        asker.HasIndex(a => a.UnitId).HasFilter("\"ToldOn\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<RelayTally> tally)
    {
        tally.ToTable("RelayTallies");
        tally.HasKey(t => t.RelayId);
        tally
            .HasOne<Relay>()
            .WithOne()
            .HasForeignKey<RelayTally>(t => t.RelayId)
            .OnDelete(DeleteBehavior.Restrict);
        // A school year of a unit.
        tally.HasIndex(t => new { t.UnitId, t.DueOn });
    }

    public void Configure(EntityTypeBuilder<SharedFigure> figure)
    {
        figure.ToTable("SharedFigures");
        figure.HasKey(f => new { f.UnitId, f.Kind });
        figure
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(f => f.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    private static void Team<T>(ReferenceNavigationBuilder<T, InstructionalTeam> to, string key)
        where T : class => to.WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
