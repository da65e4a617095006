using Throughline.Domain.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>The rounds of the district and of the other schools, in the states that Lincoln has none in.</summary>
internal sealed class DemoOtherRounds(DemoTime time, DemoPeople people, DemoInstruments instruments)
{
    /// <summary>Closed: the district's ILT has rated itself, and people of its schools have rated it.</summary>
    public DemoRound OfDistrict(Unit district)
    {
        var raters = Seats(DemoOffices.District);
        string[] schools =
        [
            "Desmond Achebe",
            "Theo Lindqvist",
            "Noor Siddiqui",
            "Vikram Desai",
            "Everett Cho",
            "Grace Onyango",
            "Olga Sidorova",
        ];
        var first = time.WeekdayAgo(22);
        return new DemoRound(
            time,
            people,
            new(
                district,
                DemoRounds.ClosedDistrict.Number,
                "How we work as a district team",
                "Renata Okafor",
                raters,
                first,
                time.WeekdayAgo(13)
            )
            {
                Outside = schools,
            },
            instruments["district-ilt"]
        )
        {
            NotSeenPercent = 4,
            FromOutside = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["vision-clear-vision"] = -0.3,
                ["inquiry-data-systems"] = -0.25,
                ["learning-room-for-schools"] = -0.35,
                ["monitoring-joint-walks"] = 0.3,
            },
        }
            .AllAnswer(raters.SkipLast(1), first, time.WeekdayAgo(19), time.WeekdayAgo(15))
            .AllAnswer(schools, time.WeekdayAgo(18), time.WeekdayAgo(14))
            .Notes(
                "Bernice Tolliver",
                "team-visits-to-school-teams",
                "We visited four of five teams. Coaching afterwards happened twice.",
                time.WeekdayAgo(15)
            )
            .Notes(
                "Arjun Mehta",
                "inquiry-data-systems",
                "Schools keep their own sheets because ours come three weeks late.",
                time.WeekdayAgo(15)
            )
            .Closes("Renata Okafor", time.WeekdayAgo(12));
    }

    /// <summary>Open: the district's ILT and, from outside, the ILTs of two schools and the principal of a new one.</summary>
    public DemoRound OpenDistrict(Unit district)
    {
        var raters = Seats(DemoOffices.District);
        var first = time.WeekdayAgo(2);
        var last = time.WeekdayAgo(1);
        string[] members =
        [
            .. Seats(DemoTubman.Place)
                .Concat(Seats(DemoHigh.Place))
                .Where(name => !raters.Contains(name)),
        ];
        return new DemoRound(
            time,
            people,
            new(
                district,
                DemoRounds.OpenDistrict.Number,
                "How schools see us",
                "Renata Okafor",
                raters,
                first,
                time.WeekdayAhead(9)
            ),
            instruments["district-ilt"]
        )
            .AsksOutside("Renata Okafor", first, RaterGroup.Teacher, members)
            .AsksOutside("Renata Okafor", first, RaterGroup.Leader, "Nathan Okoye")
            .AllAnswer(raters.Skip(1).Take(3), first, last)
            .AllAnswer(members.Take(7), first, last);
    }

    /// <summary>Open for the principal alone, who looks at their own work.</summary>
    public DemoRound OwnReflection(Unit roosevelt)
    {
        var day = time.WeekdayAgo(6);
        return new DemoRound(
            time,
            people,
            new(
                roosevelt,
                DemoRounds.OwnReflection.Number,
                "My own questions",
                "Alonzo Pickett",
                ["Alonzo Pickett"],
                day,
                time.WeekdayAhead(40)
            ),
            instruments["principal-reflection"]
        ).Notes(
            "Alonzo Pickett",
            "leading-leaders",
            "I answer too many questions myself. Next week the coach leads the first half hour.",
            day,
            share: false
        );
    }

    /// <summary>Closed, answered in words.</summary>
    public DemoRound Reflection(Unit tubman)
    {
        var raters = Seats(DemoTubman.Place);
        var day = time.WeekdayAgo(30);
        var round = new DemoRound(
            time,
            people,
            new(
                tubman,
                DemoRounds.ClosedReflection.Number,
                "Looking back on the term",
                "Gregory Baptiste",
                raters,
                time.WeekdayAgo(33),
                time.WeekdayAgo(26)
            ),
            instruments["riverbend-term-reflection"]
        );
        foreach (var (name, item, text, share) in DemoReflections.All)
        {
            round.Notes(name, item, text, day, share);
        }

        return round.Closes("Gregory Baptiste", time.WeekdayAgo(25));
    }

    /// <summary>Its last day is over, nobody has closed it, and someone answered late.</summary>
    public DemoRound PastLastDay(Unit tubman)
    {
        var raters = Seats(DemoTubman.Place);
        var first = time.WeekdayAgo(13);
        return new DemoRound(
            time,
            people,
            new(
                tubman,
                DemoRounds.PastLastDay.Number,
                "Mid-year self-assessment",
                "Gregory Baptiste",
                raters,
                first,
                time.WeekdayAgo(4)
            ),
            instruments["school-ilt"]
        )
        {
            Height = 0.62,
        }
            .AllAnswer(raters.Skip(1).Take(6), first, time.WeekdayAgo(9), time.WeekdayAgo(6))
            .Answers("Imani Jefferson", time.WeekdayAgo(6), items: 8)
            .Reminds("Gregory Baptiste", time.WeekdayAgo(5))
            .Answers("Marta Quintero", time.WeekdayAgo(2));
    }

    /// <summary>Closed: of those asked from the district two answered, too few to compare.</summary>
    public DemoRound OutsideTooFew(Unit tubman)
    {
        var raters = Seats(DemoTubman.Place);
        var first = time.WeekdayAgo(46);
        return new DemoRound(
            time,
            people,
            new(
                tubman,
                DemoRounds.OutsideTooFew.Number,
                "Fall self-assessment",
                "Gregory Baptiste",
                raters,
                first,
                time.WeekdayAgo(38)
            )
            {
                Outside = ["Renata Okafor", "Walter Nakamura", "Bernice Tolliver", "Arjun Mehta"],
            },
            instruments["school-ilt"]
        )
        {
            Height = 0.5,
        }
            .AllAnswer(raters.Skip(1), first, time.WeekdayAgo(42))
            .AllAnswer(["Walter Nakamura", "Arjun Mehta"], time.WeekdayAgo(40))
            .Closes("Gregory Baptiste", time.WeekdayAgo(37));
    }

    /// <summary>Closed, opened again, and closed with so few changes that the earlier result stays.</summary>
    public DemoRound EarlierStays(Unit high)
    {
        var raters = Seats(DemoHigh.Place);
        var first = time.WeekdayAgo(28);
        var again = time.WeekdayAgo(14);
        const string away = "Pilar Escobar";
        return new DemoRound(
            time,
            people,
            new(
                high,
                DemoRounds.EarlierResultStays.Number,
                "Where we start this year",
                "Lorraine Sandoval",
                raters,
                first,
                time.WeekdayAgo(20)
            ),
            instruments["ilt-continuum"]
        )
        {
            Height = 0.5,
            NotSeenPercent = 2,
        }
            .AllAnswer(
                raters.Where(name => name != away),
                first,
                time.WeekdayAgo(25),
                time.WeekdayAgo(22)
            )
            .Closes("Lorraine Sandoval", time.WeekdayAgo(19))
            .Reopens(
                "Lorraine Sandoval",
                "Languages had no voice in it: Ms. Escobar was away.",
                time.WeekdayAgo(16),
                again
            )
            .Answers(away, again)
            .Closes("Lorraine Sandoval", time.WeekdayAgo(11));
    }

    /// <summary>Closed with two answers: too few to show anything.</summary>
    public DemoRound TooFew(Unit roosevelt)
    {
        var raters = Seats(DemoRoosevelt.Place);
        return new DemoRound(
            time,
            people,
            new(
                roosevelt,
                DemoRounds.TooFewAnswers.Number,
                "First self-assessment",
                "Alonzo Pickett",
                raters,
                time.WeekdayAgo(19),
                time.WeekdayAgo(10)
            ),
            instruments["school-ilt"]
        )
            .Answers("Xiomara Peña", time.WeekdayAgo(17))
            .Answers("Kirsten Aldous", time.WeekdayAgo(11))
            .Closes("Alonzo Pickett", time.WeekdayAgo(8));
    }

    /// <summary>Open, in the other district.</summary>
    public DemoRound OfOtherDistrict(Unit academy) =>
        new DemoRound(
            time,
            people,
            new(
                academy,
                DemoRounds.InOtherDistrict.Number,
                "Self-assessment",
                "Owen Trask",
                Seats(DemoOffices.OtherSchool),
                time.WeekdayAgo(5),
                time.WeekdayAhead(8)
            ),
            instruments["school-ilt"]
        ).Answers("Farah Aziz", time.WeekdayAgo(3));

    private static List<string> Seats(DemoPlace place) =>
        [.. place.Staff.Where(s => s.Seat is not null).Select(s => s.Name)];
}
