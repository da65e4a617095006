using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Units.People;

/// <summary>Finds demo people and their pages.</summary>
internal static class Staff
{
    public const string Lincoln = "/lincoln-elementary/settings/people";

    public const string Secretary = "beverly.karlsson@riverbend.example";

    public static Task<Person> PersonAsync(this TestApp app, string familyName) =>
        app.Db(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.FamilyName == familyName));

    public static async Task<string> PageOfAsync(
        this TestApp app,
        string familyName,
        string at = Lincoln
    ) => $"{at}/{(await app.PersonAsync(familyName)).Id}";

    public static Task<List<Role>> RolesAsync(this TestApp app, string familyName) =>
        app.Db(db =>
            db.Set<RoleAssignment>()
                .Where(r => r.Status == RoleStatus.Active)
                .Join(
                    db.Set<Person>().Where(p => p.FamilyName == familyName),
                    r => r.PersonId,
                    p => p.Id,
                    (r, _) => r.Role
                )
                .OrderBy(r => r)
                .ToListAsync()
        );
}
