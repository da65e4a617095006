using Throughline.Domain.Assessments;

namespace Throughline.Data.Bench;

/// <summary>One season in which every school rates itself, played through the product's own rules.</summary>
/// <param name="Number">The number of the round in each school.</param>
/// <param name="Title">What people call it.</param>
/// <param name="OpensOn">First day; it is open for two weeks.</param>
/// <param name="IsOpen">True for the round of today, which nobody has answered yet.</param>
internal sealed record BenchRound(int Number, string Title, DateOnly OpensOn, bool IsOpen)
{
    private const int Days = 14;

    private static readonly string[] Notes =
    [
        "We say this in every meeting, and in classrooms it is seen in some grades more than in others.",
        "Better than last year: the look-fors helped us to talk about the same thing.",
        "I hear about it from the coach; my team has not been asked.",
        "The protocol works. What we decide with it is not written down where people find it.",
        "Half of the new teachers do not know this yet. A first month with a partner would help.",
    ];

    private DateOnly ClosesOn => OpensOn.AddDays(Days - 1);

    /// <summary>The rounds of all years, oldest first; the last one is open.</summary>
    public static IEnumerable<BenchRound> Of(BenchTime time)
    {
        var number = 0;
        foreach (var year in time.Years)
        {
            yield return new(++number, $"Fall {year.Name}", year.FirstDay.AddDays(35), false);
            yield return year == time.Years[^1]
                ? new(++number, $"Spring {year.Name}", time.Today.AddDays(-3), true)
                : new(++number, $"Spring {year.Name}", year.FirstDay.AddDays(210), false);
        }
    }

    /// <summary>Opens the round in a school, answers it and closes it.</summary>
    public void Add(
        BulkLoad load,
        BenchTime time,
        BenchSchool school,
        (InstrumentVersion Kept, Instrument Read) instrument,
        Random chance
    )
    {
        var leader = school.Raters[0].PersonId;
        var round = Round
            .Open(
                school.Unit,
                Number,
                Title,
                instrument.Kept,
                OpensOn,
                ClosesOn,
                school.Raters,
                leader,
                OpensOn,
                time.At(OpensOn, 8)
            )
            .Value;
        if (!IsOpen)
        {
            var record = Answer(load, time, school, round, instrument.Read, chance);
            var at = time.At(ClosesOn, 16);
            load.Add(round.Close(instrument.Read, record, leader, ClosesOn, at).Value);
            BenchWork.Add(load, time, school, round, instrument.Read, ClosesOn.AddDays(2), chance);
        }

        load.Add(round);
        load.AddRange(round.Raters);
        load.AddRange(round.Log);
    }

    private RoundRecord Answer(
        BulkLoad load,
        BenchTime time,
        BenchSchool school,
        Round round,
        Instrument instrument,
        Random chance
    )
    {
        List<Rating> ratings = [];
        List<RatingNote> notes = [];
        foreach (var rater in round.Raters)
        {
            var day = OpensOn.AddDays(chance.Next(Days));
            var sheet = new AnswerSheet(round, instrument, rater, [], []);
            var lean = (chance.NextDouble() - 0.5) * 0.3;
            foreach (var item in instrument.Items)
            {
                var height = school.Height + (Number * 0.02) + lean;
                Set(sheet, item, AnswerTo(instrument, height, chance), time, day);
                // Some change their mind, which leaves a second line of history.
                if (chance.Next(100) < 3)
                {
                    Set(sheet, item, AnswerTo(instrument, height, chance), time, day);
                }
            }

            if (chance.Next(2) == 0)
            {
                var item = instrument.Items[chance.Next(instrument.Items.Count)].Key;
                var text = Notes[chance.Next(Notes.Length)];
                sheet.SetNote(item, text, chance.Next(4) > 0, 0, day, time.At(day, 15));
            }

            load.AddRange(sheet.Added);
            ratings.AddRange(sheet.Added.OfType<Rating>());
            notes.AddRange(sheet.Added.OfType<RatingNote>());
        }

        return new RoundRecord(ratings, notes, [], []);
    }

    private static void Set(
        AnswerSheet sheet,
        InstrumentItem item,
        Answer answer,
        BenchTime time,
        DateOnly day
    )
    {
        var saved = sheet.Set(
            item.Key,
            answer,
            sheet.AnswerTo(item.Key).Version,
            day,
            time.At(day, 14)
        );
        if (!saved.IsOk)
        {
            throw new InvalidOperationException(saved.Refusal?.Message ?? "A conflict.");
        }
    }

    private static Answer AnswerTo(Instrument instrument, double height, Random chance)
    {
        var wobble = (chance.NextDouble() - 0.5) * 0.8;
        if (chance.Next(100) < 7)
        {
            return Domain.Assessments.Answer.NotSeenEnough;
        }

        var place = Math.Clamp(height + wobble, 0, 1) * (instrument.Levels.Count - 1);
        return Domain.Assessments.Answer.At(instrument.Levels[(int)Math.Round(place)].Value);
    }
}
