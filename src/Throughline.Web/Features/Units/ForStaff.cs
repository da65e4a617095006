using Throughline.Data;
using Throughline.Web.Access;
using Throughline.Web.Features.Work.Raised;

namespace Throughline.Web.Features.Units;

/// <summary>One of the viewer's teams, and who speaks for it.</summary>
public sealed record MyVoice(string Team, IReadOnlyList<SeatGlance> Speakers);

/// <summary>
/// The home of staff who are not on the ILT: who speaks for me, and what became of what I raised. From what the page has
/// read already, and one query.
/// </summary>
public sealed record ForStaff(
    IReadOnlyList<MyVoice> Voices,
    string? Facilitator,
    IReadOnlyList<MatterRow> Raised
)
{
    private const int RaisedShown = 5;

    public static async Task<ForStaff> LoadAsync(
        ThroughlineDb db,
        Here here,
        IReadOnlyList<TeamGlance> teams,
        IReadOnlyList<SeatGlance> seats,
        CancellationToken cancel
    ) =>
        new(
            [
                .. teams
                    .Where(t => t.IsMine)
                    .Select(t => new MyVoice(t.Name, [.. seats.Where(s => s.SpeaksForId == t.Id)])),
            ],
            seats.Where(s => s.Facilitates).Select(s => s.Name).FirstOrDefault(),
            await RaisedModel.MineAsync(db, here, null, RaisedShown, cancel)
        );
}
