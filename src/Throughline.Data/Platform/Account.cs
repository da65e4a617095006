using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Domain.Units;

namespace Throughline.Data.Platform;

/// <summary>
/// What a person signs in with; its id is the person's. An account belongs to a district, yet is looked up by e-mail
/// before the district is known, so it is not filtered by it. One without a password was invited and has not come yet.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The district whose data the account opens.</summary>
    public Guid DistrictId { get; set; }

    /// <summary>When the person last signed in, UTC.</summary>
    public DateTime? LastSignInAt { get; set; }

    /// <summary>An account without a password for a person who has an e-mail address.</summary>
    public static Account For(Person person)
    {
        var account = new Account { Id = person.Id, DistrictId = person.DistrictId };
        account.ChangeEmail(
            person.Email
                ?? throw new ArgumentException(
                    "A person without e-mail cannot sign in.",
                    nameof(person)
                )
        );
        return account;
    }

    /// <summary>The one form in which addresses are compared; the framework's own.</summary>
    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>Another address to sign in with. Links sent to the former one open nothing any more.</summary>
    public void ChangeEmail(string email)
    {
        (Email, NormalizedEmail) = (email, Normalize(email));
        (UserName, NormalizedUserName) = (Email, NormalizedEmail);
        EndSessions();
    }

    /// <summary>A new password: every session and every link ends, and so does a rest after failed tries.</summary>
    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        EmailConfirmed = true;
        (AccessFailedCount, LockoutEnd) = (0, null);
        EndSessions();
    }

    /// <summary>Ends every session, on every device, and every link that was sent.</summary>
    public void EndSessions()
    {
        SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        // Of two saves that began with the same account the second fails: a link is used once.
        ConcurrencyStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    }
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
