using System.Data.Common;
using Throughline.Domain.Teams;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>A school's team: who sits on it, for whom each speaks, what is missing.</summary>
internal sealed class FloorTeam(FloorPerson person, FloorUnit unit, FloorTeamRows rows)
{
    private readonly string at = $"/{unit.Slug}/team";
    private readonly DateOnly today = unit.Today();
    private readonly bool manages = person.Manages(unit);
    private readonly Html html = new("ILT", person, unit, $"/{unit.Slug}/team");

    public static async Task<string?> RenderAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorUnit unit
    ) =>
        person.WorksAt(unit)
        && !unit.IsDistrict
        && await FloorTeamRows.FindAsync(store, connection, unit) is { } rows
            ? new FloorTeam(person, unit, rows).Render()
            : null;

    private string Render()
    {
        html.Raw("<div class=\"row\">\n  <h1>Instructional Leadership Team</h1>\n");
        if (manages)
        {
            html.Put($"    <a class=\"button do end\" href=\"{at}/give-seat\">Give a seat</a>\n");
        }

        var facilitator = rows.Seats.Find(s => s.Facilitates)?.Name;
        html.Put(
            $"</div>\n<p class=\"lead\">{unit.Name}’s ILT leads the improvement of teaching in the school. {(facilitator is null ? "Nobody is named to facilitate yet." : $"{facilitator} facilitates for now.")}</p>\n"
        );
        if (rows.Seats.Find(s => s.Id == person.Id && !s.HasAccepted) is { } mine)
        {
            html.Put(
                $"  <p class=\"notice\">You sit here as {RoleWords.Of(mine.Kind)}. <a href=\"{at}/responsibilities\">Read what the seat asks of you, and accept it</a></p>\n"
            );
        }

        html.Put(
            $"""

            <div class="two">
              <div>
                <section aria-labelledby="members">
                  <h2 id="members">Members ({rows.Seats.Count})</h2>
                    <ul class="plain rows">

            """
        );
        rows.Seats.ForEach(Seat);
        html.Raw("        </ul>\n    </section>\n");
        Voices();
        Groups();
        html.Put(
            $"    <p class=\"small\"><a href=\"{at}/history\">Who sat on the team before</a></p>\n  </div>\n  <aside class=\"stack\">\n"
        );
        Size();
        Duties();
        if (manages)
        {
            ChooseFacilitator();
        }

        return html.Raw("  </aside>\n</div>\n\n").End();
    }

    private void Seat(FloorSeat seat)
    {
        html.Put(
            $"            <li class=\"row\">\n  <span class=\"grow\">\n    <strong>{seat.Name}</strong>\n"
        );
        if (seat.Facilitates)
        {
            html.Raw("      <span class=\"tag\">facilitates</span>\n");
        }

        var term = IltMembership.TermOn(seat.TermEndsOn, today);
        html.Put(
            $"    <br><span class=\"small muted\">{RoleWords.Of(seat.Kind)}, since {Days.Full(DateOnly.FromDateTime(unit.Local(seat.Since)))}{(term == TermState.Running ? $", term until {Days.Full(seat.TermEndsOn!.Value)}" : "")}</span>\n"
        );
        if (term is TermState.EndsSoon or TermState.Over)
        {
            html.Raw(
                    term == TermState.Over
                        ? "<br><span class=\"tag bad\">◆ term ended "
                        : "<br><span class=\"tag watch\">▲ term ends "
                )
                .Put($"{DayWords.Day(seat.TermEndsOn!.Value, today)}</span>\n");
        }

        html.Raw("  </span>\n");
        var team = rows.Voices.Find(t => t.Id == seat.SpeaksFor);
        if (team is not null || seat.HasLeft || (manages && !seat.CanSignIn))
        {
            html.Raw("    <span class=\"grow\">\n");
            if (team is not null)
            {
                html.Put($"speaks for {team.Name}")
                    .Raw(
                        team.IsDissolved
                            ? "<br><span class=\"tag bad\">◆ dissolved since</span>"
                            : ""
                    );
            }

            html.Raw(
                    seat.HasLeft ? "        <span class=\"tag bad\">◆ has left</span>\n"
                    : manages && !seat.CanSignIn
                        ? "        <span class=\"tag watch\">▲ cannot sign in yet</span>\n"
                    : ""
                )
                .Raw("    </span>\n");
        }

        if (manages)
        {
            html.Put(
                $"    <a class=\"button quiet end\" href=\"{at}/seats/{seat.Id}\">Change<span class=\"visually-hidden\"> the seat of {seat.Name}</span></a>\n"
            );
        }

        html.Raw("</li>\n\n");
    }

    private void Voices()
    {
        html.Raw(
            "    <section aria-labelledby=\"voices\">\n      <h2 id=\"voices\">Who speaks for whom</h2>\n        <ul class=\"plain rows\">\n"
        );
        foreach (var team in rows.Voices.Where(t => !t.IsDissolved))
        {
            html.Put(
                $"            <li class=\"row\">\n              <span class=\"grow\">{team.Name} <span class=\"small muted\">{RoleWords.Of(team.Kind)}, {Words.Count(team.Members, "person", "people")}</span></span>\n                <span class=\"grow"
            );
            if (SpeakersFor(team) is { Length: > 0 } speakers)
            {
                html.Put($"\">{speakers}</span>\n");
            }
            else
            {
                html.Raw(" row\"><span class=\"tag bad\">◆ nobody speaks for it</span>\n");
                if (manages)
                {
                    html.Put(
                        $"                  <a href=\"{at}/give-seat?for={team.Id}\">Give a seat<span class=\"visually-hidden\"> to someone of {team.Name}</span></a>\n"
                    );
                }

                html.Raw("                </span>\n");
            }

            html.Raw("            </li>\n");
        }

        html.Raw("        </ul>\n    </section>\n");
    }

    private string SpeakersFor(FloorVoice team) =>
        string.Join(
            ", ",
            rows.Seats.Where(s => s.SpeaksFor == team.Id && !s.HasLeft).Select(s => s.Name)
        );

    private void Groups()
    {
        html.Raw(
            "    <section aria-labelledby=\"groups\">\n  <div class=\"row\">\n    <h2 id=\"groups\">Who speaks for which students</h2>\n"
        );
        if (manages)
        {
            html.Put(
                $"      <a class=\"button quiet end\" href=\"{at}/groups/new\">Add a group</a>\n"
            );
        }

        html.Raw("  </div>\n");
        if (rows.Groups.Count == 0)
        {
            html.Raw(
                "    <div class=\"empty\">\n      <p><strong>No group of students is named yet.</strong></p>\n      <p class=\"muted\">Multilingual learners, students with disabilities, students new to the school: whoever is easily not heard. No student is named here.</p>\n    </div>\n"
            );
        }

        html.Raw("  <ul class=\"plain rows\">\n");
        foreach (var group in rows.Groups)
        {
            html.Put(
                    $"      <li class=\"row\">\n        <span class=\"grow\">{group.Name}</span>\n        <span class=\"grow\">\n"
                )
                .Raw(
                    group.Speaker is null
                        ? "            <span class=\"tag bad\">◆ nobody speaks for them</span>\n"
                        : ""
                )
                .Put($"{group.Speaker}        </span>\n");
            if (manages)
            {
                html.Put(
                    $"          <a class=\"button quiet end\" href=\"{at}/groups/{group.Id}\">Change<span class=\"visually-hidden\"> who speaks for {group.Name}</span></a>\n"
                );
            }

            html.Raw("      </li>\n");
        }

        html.Raw("  </ul>\n</section>\n\n");
    }

    private void Size()
    {
        var count = rows.Seats.Count;
        html.Raw(
            "    <section aria-labelledby=\"size\" class=\"card stack\">\n  <h2 id=\"size\">Size and voices</h2>\n      <p><span class=\"tag "
        );
        _ = Ilt.SizeOf(count) switch
        {
            IltSize.Small => html.Put(
                $"watch\">▲ small</span> {Words.Count(count, "member")}. {Ilt.PreferredFewest} to {Ilt.PreferredMost} work best: {Ilt.PreferredFewest - count} more would do.</p>\n"
            ),
            IltSize.Preferred => html.Put(
                $"good\">✓ good size</span> {Words.Count(count, "member")}; {Ilt.PreferredFewest} to {Ilt.PreferredMost} work best.</p>\n"
            ),
            _ => html.Put(
                $"watch\">▲ large</span> {Words.Count(count, "member")}. {Ilt.PreferredFewest} to {Ilt.PreferredMost} work best; more than {rows.Limit ?? Ilt.Most} cannot sit on {(rows.Limit is null ? "an ILT" : "this ILT")}.</p>\n"
            ),
        };
        if (rows.Limit is { } raised)
        {
            html.Put($"    <p>The district raised the limit to {raised}: {rows.Because}</p>\n");
        }

        var unspoken = rows
            .Voices.Where(t => !t.IsDissolved && SpeakersFor(t).Length == 0)
            .Select(t => t.Name)
            .ToList();
        _ =
            unspoken.Count == 0
                ? html.Raw(
                    "    <p>      <span class=\"tag good\">✓ all heard</span> Every instructional team and program has someone who speaks for it.\n</p>\n"
                )
                : html.Put(
                    $"    <p>      <span class=\"tag bad\">◆ not heard</span> {Words.Count(unspoken.Count, "team or program has", "teams and programs have")} nobody who speaks for {(unspoken.Count == 1 ? "it" : "them")}: {string.Join(", ", unspoken)}.\n</p>\n"
                );
        if (rows.Groups.Exists(g => g.Speaker is null))
        {
            html.Put(
                $"    <p><span class=\"tag bad\">◆ not heard</span> Nobody speaks for these students: {string.Join(", ", rows.Groups.Where(g => g.Speaker is null).Select(g => g.Name))}.</p>\n"
            );
        }

        if (rows.WithoutSeat.Count > 0)
        {
            html.Put(
                $"    <p><span class=\"tag watch\">▲ no seat</span> {string.Join(", ", rows.WithoutSeat.Select(l => $"{l.Name} ({RoleWords.Of(l.Role)})"))}.</p>\n"
            );
        }

        html.Raw("</section>\n");
    }

    private void Duties()
    {
        var accepted = rows.Seats.Count(s => s.HasAccepted);
        html.Put(
            $"  <section aria-labelledby=\"duties\" class=\"card stack\">\n    <h2 id=\"duties\">What the seats ask</h2>\n    <p>{accepted} of {Words.Count(rows.Seats.Count, "member")} {(accepted == 1 ? "has" : "have")} accepted what their seat asks.\n"
        );
        if (rows.Review is { } review)
        {
            html.Put($"To be reviewed by {DayWords.Day(review, today)}.\n")
                .Raw(review < today ? "<span class=\"tag watch\">▲ review is due</span>\n" : "");
        }

        html.Put(
            $"    </p>\n    <p><a href=\"{at}/responsibilities\">Read the responsibilities</a></p>\n  </section>\n\n"
        );
    }

    private void ChooseFacilitator()
    {
        html.Form($"{at}?handler=Facilitator", " class=\"card\"")
            .Put(
                $"\n        <h2>Facilitator for now</h2>\n        <input type=\"hidden\" name=\"Input.Version\" value=\"{rows.Version}\">\n        <div class=\"field select\"><label for=\"Input_Facilitator\">Who facilitates</label><p class=\"hint\" id=\"Input_Facilitator-hint\">The facilitator opens rounds and leads meetings. The role rotates.</p><select id=\"Input_Facilitator\" name=\"Input.Facilitator\" aria-describedby=\"Input_Facilitator-hint\"><option value=\"\">nobody for now</option>"
            );
        foreach (var seat in rows.Seats.Where(s => !s.HasLeft))
        {
            html.Put($"<option value=\"{seat.Id}\"")
                .Raw(seat.Facilitates ? " selected=\"selected\">" : ">")
                .Put($"{seat.Name}</option>");
        }

        html.Raw("</select></div>\n        <button>Save</button>\n      </form>\n");
    }
}
