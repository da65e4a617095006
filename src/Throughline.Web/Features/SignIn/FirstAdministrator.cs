using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.SignIn;

/// <summary>What was asked for; what is null is missing.</summary>
public sealed record WantedAdministrator(
    string? Email,
    string? Name = null,
    string? District = null,
    string? Password = null
);

/// <summary>Who can sign in now.</summary>
/// <param name="Name">Given and family name.</param>
/// <param name="District">The district's name.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Link">Where to choose a password; null when one was given.</param>
public sealed record MadeAdministrator(string Name, string District, string Email, string? Link);

/// <summary>
/// Makes an administrator past the pages, for the machine's owner: district, person, role and account in one save. A
/// person whom a roster brought already gets role and account.
/// </summary>
public sealed class FirstAdministrator(
    ThroughlineDb db,
    SetPasswordLinks links,
    IPasswordHasher<Account> hasher,
    TimeProvider clock
)
{
    private const string UnnamedDistrict = "Our district";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes one; a refusal says what to change or what is missing.</summary>
    /// <param name="wanted">What is known.</param>
    /// <param name="ask">Asks for what is missing; null where nobody can answer.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Result<MadeAdministrator>> MakeAsync(
        WantedAdministrator wanted,
        Func<string, string?>? ask,
        CancellationToken cancel
    )
    {
        var email = Person.CheckEmail(wanted.Email ?? ask?.Invoke("E-mail"));
        if (!email.IsOk)
        {
            return wanted.Email is null && ask is null
                ? Result.Refused<MadeAdministrator>("Say who: --email name@school.org")
                : email.Refusal!;
        }

        var normalized = Account.Normalize(email.Value);
        if (await db.Users.AnyAsync(a => a.NormalizedEmail == normalized, cancel))
        {
            return Result.Refused<MadeAdministrator>(
                $"Someone signs in with {email.Value} already. Choose another address."
            );
        }

        var district = await DistrictAsync(wanted.District, ask, cancel);
        if (!district.IsOk)
        {
            return district.Refusal!;
        }

        db.Scope.Enter(district.Value.Id);
        var person = await PersonAsync(district.Value, email.Value, wanted.Name, ask, cancel);
        return person.IsOk
            ? await AppointAsync(district.Value, person.Value, wanted.Password, cancel)
            : person.Refusal!;
    }

    private async Task<Result<Unit>> DistrictAsync(
        string? wanted,
        Func<string, string?>? ask,
        CancellationToken cancel
    )
    {
        var districts = await db.Set<Unit>()
            .IgnoreQueryFilters()
            .Where(u => u.Kind == UnitKind.District)
            .OrderBy(u => u.Slug)
            .ToListAsync(cancel);
        if (districts.Count == 0)
        {
            var name =
                Text.CleanLine(wanted ?? ask?.Invoke($"District ({UnnamedDistrict})"))
                ?? UnnamedDistrict;
            var made = Unit.NewDistrict(
                name,
                Slug.FirstFree(name, _ => false),
                "America/New_York",
                Now
            );
            if (made.IsOk)
            {
                db.Add(made.Value);
            }

            return made;
        }

        var slugs = string.Join(", ", districts.Select(d => d.Slug));
        wanted ??= districts.Count > 1 ? ask?.Invoke($"District ({slugs})") : districts[0].Slug;
        var found = districts.Find(d =>
            string.Equals(d.Slug, wanted, StringComparison.OrdinalIgnoreCase)
            || string.Equals(d.Name, wanted, StringComparison.OrdinalIgnoreCase)
        );
        return found is not null
            ? Result.Ok(found)
            : Result.Refused<Unit>($"Say which district, by --district and one of: {slugs}");
    }

    private async Task<Result<Person>> PersonAsync(
        Unit district,
        string email,
        string? name,
        Func<string, string?>? ask,
        CancellationToken cancel
    )
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Email == email, cancel) is { } known)
        {
            return known.IsReviewer ? known.NoRole()
                : known.LeftOn is null ? Result.Ok(known)
                : Result.Refused<Person>(
                    $"{known.FullName} has left {district.Name}. Choose another address."
                );
        }

        var words = (Text.CleanLine(name ?? ask?.Invoke("Given and family name")) ?? "").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        if (words.Length < 2)
        {
            return Result.Refused<Person>("Say given and family name: --name \"Ana Ruiz\"");
        }

        var person = Person.New(district.Id, string.Join(' ', words[..^1]), words[^1], email, Now);
        if (person.IsOk)
        {
            db.Add(person.Value);
        }

        return person;
    }

    private async Task<Result<MadeAdministrator>> AppointAsync(
        Unit district,
        Person person,
        string? password,
        CancellationToken cancel
    )
    {
        var account = Account.For(person);
        if (password is not null)
        {
            var rules = PasswordRules.Check(
                password,
                password,
                person.Email!,
                person.GivenName,
                person.FamilyName
            );
            if (!rules.IsOk)
            {
                return rules.Refusal!;
            }

            account.SetPassword(hasher.HashPassword(account, password));
        }

        var isAppointed = await db.Set<RoleAssignment>()
            .AnyAsync(
                r =>
                    r.PersonId == person.Id
                    && r.UnitId == district.Id
                    && r.Role == Role.Administrator
                    && r.Status == RoleStatus.Active,
                cancel
            );
        if (!isAppointed)
        {
            db.Add(RoleAssignment.Give(person.Id, district, Role.Administrator, Now).Value);
        }

        db.Add(account);
        var link = password is null ? await links.InviteAsync(account) : null;
        await db.SaveChangesAsync(cancel);
        return Result.Ok(
            new MadeAdministrator(person.FullName, district.Name, account.Email!, link)
        );
    }
}
