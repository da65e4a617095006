using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Assessments;

/// <summary>Which schools someone looks for.</summary>
public sealed class SchoolSearch
{
    /// <summary>Part of a school's name.</summary>
    public string? Q { get; set; }

    /// <summary>The last school of the page before.</summary>
    public Guid? After { get; set; }
}

/// <summary>A school that can be ticked.</summary>
public sealed record SchoolChoice(Guid Id, string Name, int Seats);

/// <summary>Open schools by name, a page at a time.</summary>
/// <param name="Rows">The schools.</param>
/// <param name="Next">Where the next page begins, or null on the last.</param>
public sealed record SchoolPage(IReadOnlyList<SchoolChoice> Rows, Guid? Next)
{
    public const int Size = 40;

    public static readonly SchoolPage Empty = new([], null);

    public static async Task<SchoolPage> LoadAsync(
        ThroughlineDb db,
        SchoolSearch search,
        CancellationToken cancel
    )
    {
        var schools = db.Set<Unit>()
            .AsNoTracking()
            .Where(u => u.Kind == UnitKind.School && u.ClosedOn == null);
        if (Text.CleanLine(search.Q)?.ToLower(CultureInfo.InvariantCulture) is { } wanted)
        {
            schools = schools.Where(u => u.SearchText.Contains(wanted));
        }

        if (search.After is { } after)
        {
            schools = schools.Where(u =>
                db.Set<Unit>()
                    .Any(last =>
                        last.Id == after
                        && (
                            string.Compare(u.SearchText, last.SearchText) > 0
                            || (u.SearchText == last.SearchText && u.Id > last.Id)
                        )
                    )
            );
        }

        var rows = await schools
            .OrderBy(u => u.SearchText)
            .ThenBy(u => u.Id)
            .Take(Size + 1)
            .Select(u => new SchoolChoice(
                u.Id,
                u.Name,
                db.Set<IltMembership>().Count(m => m.UnitId == u.Id && m.Until == null)
            ))
            .ToListAsync(cancel);
        return new([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].Id : null);
    }
}
