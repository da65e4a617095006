using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Units;

/// <summary>What a unit's home offers as the next thing to do while the unit is still being set up.</summary>
/// <param name="What">What to do.</param>
/// <param name="Why">What it is good for.</param>
/// <param name="Path">Where.</param>
public sealed record FirstStep(string What, string Why, string Path)
{
    /// <summary>The steps that are still open, in their order, as far as this person may take them.</summary>
    public static IEnumerable<FirstStep> For(Here here, UnitState state)
    {
        if (here.Unit.ClosedOn is not null)
        {
            yield break;
        }

        var at = $"/{here.Unit.Slug}";
        if (here.Unit.Kind == UnitKind.District)
        {
            if (state.Schools == 0 && here.Can(Permission.ImportRoster))
            {
                yield return new(
                    "Bring in the roster",
                    "Schools and staff come from it; students never do.",
                    $"{at}/settings/roster"
                );
            }

            if (!state.HasSchoolYear && here.Can(Permission.ManageUnit))
            {
                yield return new(
                    "Enter the school year",
                    "Its first and last day and its closures, so that school days are counted right.",
                    $"{at}/settings/calendar"
                );
            }
        }

        if (state.Staff < 2 && here.Can(Permission.ManagePeople))
        {
            yield return new(
                "Add people",
                "The staff who can be given roles and seats.",
                $"{at}/settings/people"
            );
        }

        if (
            here.Unit.Kind == UnitKind.School
            && state.Teams == 0
            && here.Can(Permission.ManageUnit)
        )
        {
            yield return new(
                "Name the instructional teams",
                "Grade levels, subjects, programs: each can then have someone who speaks for it.",
                $"{at}/settings/teams"
            );
        }

        if (state.Seats == 0 && here.Can(Permission.ManageTeam))
        {
            yield return new("Form the ILT", "8 to 15 members work best.", $"{at}/team");
        }

        if (state is { Seats: > 0, Rounds: 0 } && here.Can(Permission.ConductRounds))
        {
            yield return new(
                "Open a first round",
                "Each member rates alone; the results show where the team stands.",
                $"{at}/assessments"
            );
        }
    }
}

/// <summary>How far a unit has been set up.</summary>
public sealed record UnitState(
    int Schools,
    int ClosedSchools,
    int SchoolsWithIlt,
    int Staff,
    int Teams,
    int Seats,
    int Rounds,
    int Actions,
    int OverdueActions,
    bool HasSchoolYear
);
