using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Units;

namespace Throughline.Data.Platform;

/// <summary>
/// What a person signs in with; its id is the person's. An account belongs to a district, yet is looked up by e-mail
/// before the district is known, so it is not filtered by it.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The district whose data the account opens.</summary>
    public Guid DistrictId { get; set; }

    /// <summary>When the person last signed in, UTC.</summary>
    public DateTime? LastSignInAt { get; set; }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<Account>(a => a.Id)
            .OnDelete(DeleteBehavior.Restrict);
        account.HasIndex(a => a.NormalizedEmail).IsUnique();
    }
}
