using Microsoft.EntityFrameworkCore;
using Throughline.Data.Assessments;
using Throughline.Data.Meetings;
using Throughline.Data.Units;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>Makes Riverbend, step by step; each step is saved as the person who would have done it, for the audit trail.</summary>
internal sealed class DemoRiverbend(
    ThroughlineDb db,
    InstrumentCatalog catalog,
    AgendaCatalog agendas,
    ProtocolCatalog protocols,
    DemoAccounts accounts
)
{
    private const string Zone = "America/Chicago";

    private static readonly DemoPlace[] Schools =
    [
        DemoLincoln.Place,
        DemoTubman.Place,
        DemoHigh.Place,
        DemoRoosevelt.Place,
        DemoOffices.NewSchool,
        DemoOffices.ClosedSchool,
    ];

    public async Task AddAsync(DateTime now, CancellationToken cancel)
    {
        var time = new DemoTime(now, Zone);
        var units = new DemoUnits(db, time);
        var district = units.AddDistrict(DemoOffices.District, Zone, UnitWords.Standard);
        var schools = Schools.ToDictionary(p => p.Slug, p => units.AddSchool(p, district));
        schools[DemoDistrict.ClosedSchool].Close(time.Year.Previous.LastDay);
        units.AddCalendar(district, schools);
        var people = AddPeople(time, district, schools);
        await db.SaveChangesAsync(cancel);

        db.Scope.Enter(district.Id, people["Priscilla Amundsen"].Id);
        var ilts = AddTeams(time, people, district, schools);
        await db.SaveChangesAsync(cancel);
        var admin = people["Priscilla Amundsen"].Id;
        await new DemoRosters(db, time, district, admin).AddAsync(cancel);
        await db.SaveChangesAsync(cancel);

        db.Scope.Enter(district.Id, people["Renata Okafor"].Id);
        var instruments = AddInstruments(time, district);
        await db.SaveChangesAsync(cancel);

        await AddRoundsAsync(time, people, instruments, district, schools, cancel);
        await AddPulsesAsync(time, people, schools, cancel);
        var lincoln = schools[DemoDistrict.Lincoln];
        await AddFoundingAsync(time, people, district, lincoln, ilts[lincoln.Id], cancel);
        await AddMeetingsAsync(time, people, schools, ilts, cancel);
        await AddRelaysAsync(time, people, schools, cancel);
        var alonzo = people["Alonzo Pickett"].Id;
        db.Scope.Enter(db.DistrictId, alonzo);
        DemoFirstMonth.Add(db, time, schools[DemoDistrict.Roosevelt], alonzo);
        await db.SaveChangesAsync(cancel);
    }

    private async Task AddRelaysAsync(
        DemoTime time,
        DemoPeople people,
        Dictionary<string, Unit> schools,
        CancellationToken cancel
    )
    {
        var relays = new DemoRelays(db, time, people);
        db.Scope.Enter(db.DistrictId, people["Dana Whitehorse"].Id);
        await relays.AddLincolnAsync(schools[DemoDistrict.Lincoln], cancel);
        await db.SaveChangesAsync(cancel);
        db.Scope.Enter(db.DistrictId, people["Lorraine Sandoval"].Id);
        await relays.AddHighAsync(schools[DemoDistrict.High], cancel);
        var health = new DemoHealth(db, time, people);
        await health.AddLincolnAsync(schools[DemoDistrict.Lincoln], cancel);
        health.AddTubman(schools[DemoDistrict.Tubman]);
        await db.SaveChangesAsync(cancel);
        var news = new DemoStaffNews(db, time, people);
        db.Scope.Enter(db.DistrictId, people["Dana Whitehorse"].Id);
        await news.AddLincolnAsync(schools[DemoDistrict.Lincoln], cancel);
        news.AddOthers(schools[DemoDistrict.Tubman], schools[DemoDistrict.High]);
        await db.SaveChangesAsync(cancel);
    }

    private async Task AddFoundingAsync(
        DemoTime time,
        DemoPeople people,
        Unit district,
        Unit lincoln,
        Ilt ilt,
        CancellationToken cancel
    )
    {
        db.Scope.Enter(district.Id, people["Marisol Vega"].Id);
        new DemoVoices(db, time, people).Add(lincoln, ilt);
        DemoVoices.AddOtherTeams(db, time, district);
        await db.SaveChangesAsync(cancel);
        db.Scope.Enter(district.Id, people["Dana Whitehorse"].Id);
        new DemoFounding(db, time, people).Add(ilt);
        await db.SaveChangesAsync(cancel);
    }

    private async Task AddMeetingsAsync(
        DemoTime time,
        DemoPeople people,
        Dictionary<string, Unit> schools,
        Dictionary<Guid, Ilt> ilts,
        CancellationToken cancel
    )
    {
        var meetings = new DemoMeetings(
            db,
            time,
            people,
            agendas,
            new DemoProtocols(db, time, people, protocols)
        );
        var (lincoln, tubman) = (schools[DemoDistrict.Lincoln], schools[DemoDistrict.Tubman]);
        db.Scope.Enter(db.DistrictId, people["Dana Whitehorse"].Id);
        await meetings.AddLincolnAsync(lincoln, ilts[lincoln.Id], cancel);
        await db.SaveChangesAsync(cancel);
        await new DemoTaken(db, time, people, lincoln).AddToPastAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await new DemoConfirmed(db, time, people, lincoln).ConfirmPastAsync(cancel);
        await db.SaveChangesAsync(cancel);
        var feedback = new DemoFeedback(db, time, people);
        await feedback.AddLincolnAsync(lincoln, cancel);
        await new DemoProtocols(db, time, people, protocols).LinkAsync(lincoln, cancel);
        await new DemoInventory(db, time, people, lincoln).AddAsync(cancel);
        await db.SaveChangesAsync(cancel);
        db.Scope.Enter(db.DistrictId, people["Gregory Baptiste"].Id);
        await meetings.AddTubmanAsync(tubman, ilts[tubman.Id], cancel);
        await db.SaveChangesAsync(cancel);
        await feedback.AddTubmanAsync(tubman, cancel);
        var high = schools[DemoDistrict.High];
        db.Scope.Enter(db.DistrictId, people["Rafael Montoya"].Id);
        await new DemoProtocols(db, time, people, protocols).AddHighAsync(
            high,
            ilts[high.Id],
            agendas,
            cancel
        );
        await db.SaveChangesAsync(cancel);
    }

    private async Task AddPulsesAsync(
        DemoTime time,
        DemoPeople people,
        Dictionary<string, Unit> schools,
        CancellationToken cancel
    )
    {
        var pulses = new DemoPulses(db, time, people);
        db.Scope.Enter(db.DistrictId, people["Marisol Vega"].Id);
        await pulses.AddLincolnAsync(schools[DemoDistrict.Lincoln], cancel);
        db.Scope.Enter(db.DistrictId, people["Gregory Baptiste"].Id);
        await pulses.AddTubmanAsync(schools[DemoDistrict.Tubman], cancel);
        db.Scope.Enter(db.DistrictId, people["Alonzo Pickett"].Id);
        await pulses.AddRooseveltAsync(schools[DemoDistrict.Roosevelt], cancel);
    }

    private DemoPeople AddPeople(DemoTime time, Unit district, Dictionary<string, Unit> schools)
    {
        var people = new DemoPeople(db, time, accounts, district, "riverbend.example");
        foreach (var place in Schools)
        {
            people.Add(place, schools[place.Slug]);
        }

        // Last: the principals sit on the district's ILT too.
        people.Add(DemoOffices.District, district);
        DemoReviewers.Add(people, time);
        return people;
    }

    private Dictionary<Guid, Ilt> AddTeams(
        DemoTime time,
        DemoPeople people,
        Unit district,
        Dictionary<string, Unit> schools
    )
    {
        var teams = new DemoTeams(db, time, people);
        var lastYear = time.Year.Previous.FirstDay.AddDays(21);
        var ilts = new List<Ilt?> { teams.Add(DemoOffices.District, district, lastYear) };
        foreach (var place in Schools)
        {
            var formedOn =
                place.Slug == DemoDistrict.Lincoln ? lastYear : time.Year.FirstDay.AddDays(8);
            ilts.Add(teams.Add(place, schools[place.Slug], formedOn));
        }

        return ilts.OfType<Ilt>().ToDictionary(i => i.UnitId);
    }

    private DemoInstruments AddInstruments(DemoTime time, Unit district)
    {
        var instruments = new DemoInstruments(db, catalog, district.Id);
        instruments.AddBuiltIn(time.At(time.Year.Previous.FirstDay, 9));
        instruments.AddOwn(DemoInstruments.MeetingCheckOne, time.At(time.Year.FirstDay, 13));
        instruments.AddOwn(DemoInstruments.TermReflection, time.At(time.Year.FirstDay, 13));
        instruments.AddOwn(DemoInstruments.MeetingCheckTwo, time.Ago(9, 14));
        instruments.AddOwn(DemoInstruments.VisitChecklist, time.Ago(9, 14));
        return instruments;
    }

    private async Task AddWorkAsync(
        DemoTime time,
        DemoPeople people,
        Unit school,
        ActionStep step,
        CancellationToken cancel
    )
    {
        var calendar = await SchoolCalendars.LoadAsync(db, school, cancel);
        // By name: ids of one moment come in no order, and the same day is to give the same demo.
        var sitting = await db.Set<IltMembership>()
            .Where(m => m.UnitId == school.Id && m.Until == null)
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (_, p) => p)
            .OrderBy(p => p.SearchText)
            .Select(p => p.Id)
            .ToListAsync(cancel);
        var unspoken = await db.Set<InstructionalTeam>()
            .SingleAsync(
                t => t.UnitId == school.Id && t.Name == DemoDistrict.UnspokenProgram,
                cancel
            );
        new DemoWork(db, time, people, school, calendar).Add(step, sitting, unspoken);
        await db.SaveChangesAsync(cancel);
    }

    private async Task AddRoundsAsync(
        DemoTime time,
        DemoPeople people,
        DemoInstruments instruments,
        Unit district,
        Dictionary<string, Unit> schools,
        CancellationToken cancel
    )
    {
        var tubman = schools[DemoDistrict.Tubman];
        var high = schools[DemoDistrict.High];
        var roosevelt = schools[DemoDistrict.Roosevelt];
        var lincoln = new DemoLincolnRounds(
            time,
            people,
            instruments,
            schools[DemoDistrict.Lincoln]
        );
        var others = new DemoOtherRounds(time, people, instruments);
        List<DemoRound> ofLincoln = [.. lincoln.All()];
        (string Leader, IEnumerable<DemoRound> Rounds)[] all =
        [
            ("Renata Okafor", [others.OfDistrict(district), others.OpenDistrict(district)]),
            ("Marisol Vega", ofLincoln),
            (
                "Gregory Baptiste",
                [
                    others.OutsideTooFew(tubman),
                    others.Reflection(tubman),
                    others.PastLastDay(tubman),
                ]
            ),
            ("Lorraine Sandoval", [others.EarlierStays(high)]),
            ("Alonzo Pickett", [others.TooFew(roosevelt), others.OwnReflection(roosevelt)]),
        ];
        foreach (var (leader, rounds) in all)
        {
            db.Scope.Enter(district.Id, people[leader].Id);
            foreach (var round in rounds)
            {
                round.AddTo(db);
            }

            await db.SaveChangesAsync(cancel);
        }

        db.Scope.Enter(district.Id, people["Dana Whitehorse"].Id);
        var closed = ofLincoln.Single(r => r.Round.Number == DemoRounds.ClosedContinuum.Number);
        var school = schools[DemoDistrict.Lincoln];
        var step = new DemoAgreement(db, time, people, school).Add(closed.Round, closed.Instrument);
        await db.SaveChangesAsync(cancel);
        await AddWorkAsync(time, people, school, step, cancel);

        await new DemoIssues(db, time, people, schools[DemoDistrict.Lincoln]).AddAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }
}
