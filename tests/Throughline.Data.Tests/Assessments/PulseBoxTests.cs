using Microsoft.EntityFrameworkCore;
using Throughline.Data.Assessments;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Assessments;

/// <summary>The box counts what goes in, loses nothing, and cannot tell whose it was.</summary>
public sealed class PulseBoxTests
{
    private static readonly PulseQuestions Questions = PulseQuestions.Latest;

    [EngineTheory]
    public async Task However_many_answer_at_once_each_counts_once(Engine engine)
    {
        await using var school = await PulseSchool.OpenAsync(engine, staff: 24);
        var sheets = school.Staff.ToDictionary(p => p, p => Sheet(p.GetHashCode()));

        // Each sends twice, at the same moment as everybody else.
        var outcomes = await Task.WhenAll(
            school
                .Staff.Concat(school.Staff)
                .Select(p => Task.Run(() => school.PutAsync(p, sheets[p])))
        );

        outcomes.Count(o => o == PulseOutcome.Counted).ShouldBe(24);
        outcomes.Count(o => o == PulseOutcome.AnsweredAlready).ShouldBe(24);
        (await school.PulseAsync()).AnsweredCount.ShouldBe(24);
        var counts = await school.CountsAsync();
        foreach (var choice in Questions.All.SelectMany(q => q.Choices))
        {
            counts[choice.Key].ShouldBe(sheets.Values.Count(s => s.Contains(choice.Key)));
        }
    }

    [EngineTheory]
    public async Task An_answer_that_meets_the_closing_is_counted_whole_or_not_at_all(Engine engine)
    {
        await using var school = await PulseSchool.OpenAsync(engine, staff: 16);
        foreach (var person in school.Staff.Take(6))
        {
            (await school.PutAsync(person, Sheet(1))).ShouldBe(PulseOutcome.Counted);
        }

        var late = school.Staff.Skip(6).Select(p => Task.Run(() => school.PutAsync(p, Sheet(2))));
        var closing = Task.Run(school.CloseAsync);
        var outcomes = await Task.WhenAll(late);
        await closing;

        var counted = 6 + outcomes.Count(o => o == PulseOutcome.Counted);
        outcomes.ShouldAllBe(o => o == PulseOutcome.Counted || o == PulseOutcome.Closed);
        (await school.PulseAsync()).AnsweredCount.ShouldBe(counted);
        var counts = await school.CountsAsync();
        foreach (var question in Questions.All)
        {
            question.Choices.Sum(c => counts[c.Key]).ShouldBe(counted, question.Key);
        }

        (await school.PutAsync(school.Staff[15], Sheet(3))).ShouldBe(PulseOutcome.Closed);
    }

    [EngineTheory]
    public async Task Nothing_but_counts_and_a_mark_is_left_of_an_answer(Engine engine)
    {
        await using var school = await PulseSchool.OpenAsync(engine, staff: 6);
        var before = await school.EverythingAsync();
        await school.PutAsync(school.Staff[2], Sheet(5));

        var changed = (await school.EverythingAsync()).Except(before).ToList();
        // One row of the pulse, one mark, and one count for each question.
        changed.Count.ShouldBe(2 + Questions.All.Count);
        changed.Count(row => row.StartsWith("PulseTally ", StringComparison.Ordinal)).ShouldBe(6);
        changed.ShouldNotContain(row =>
            row.StartsWith(nameof(AuditEntry), StringComparison.Ordinal)
        );
        foreach (var row in changed.Where(r => r.Contains(school.Staff[2].ToString())))
        {
            row.ShouldStartWith("PulseInvitation ");
            row.ShouldNotContain("yes", Case.Insensitive);
        }

        (await school.PulseAsync()).Version.ShouldBe(1, "an answer raises no version");
    }

    [EngineTheory]
    public async Task After_closing_not_even_who_has_answered_is_known(Engine engine)
    {
        await using var school = await PulseSchool.OpenAsync(engine, staff: 8);
        foreach (var person in school.Staff.Take(6))
        {
            await school.PutAsync(person, Sheet(0));
        }

        await school.CloseAsync();

        await using var db = school.Db();
        (await db.Set<PulseInvitation>().CountAsync()).ShouldBe(8, "who was asked may read");
        (await db.Set<PulseInvitation>().AnyAsync(i => i.HasAnswered)).ShouldBeFalse();
        var pulse = await school.PulseAsync();
        PulseResults.Of(pulse, await school.CountsAsync()).ShouldNotBeNull().Answered.ShouldBe(6);
    }

    [EngineTheory]
    public async Task Four_answers_are_deleted_at_the_closing_and_five_are_kept(Engine engine)
    {
        foreach (var (answers, kept) in new[] { (4, false), (5, true) })
        {
            await using var school = await PulseSchool.OpenAsync(engine, staff: 7);
            foreach (var person in school.Staff.Take(answers))
            {
                await school.PutAsync(person, Sheet(1));
            }

            await school.CloseAsync();

            var counts = await school.CountsAsync();
            (counts.Count > 0).ShouldBe(kept);
            (PulseResults.Of(await school.PulseAsync(), counts) is not null).ShouldBe(kept);
        }
    }

    // PostgreSQL keeps with each row the transaction that wrote it last: those of counts must not lead to a person's mark.
    [EngineTheory]
    public async Task No_count_can_be_told_from_the_others_by_who_wrote_it_last(Engine engine)
    {
        if (engine != Engine.Postgres)
        {
            return;
        }

        await using var school = await PulseSchool.OpenAsync(engine, staff: 8);
        for (var n = 0; n < 6; n++)
        {
            await school.PutAsync(school.Staff[n], Sheet(n));
            (await school.AskAsync($"SELECT xmin::text AS \"Value\" FROM \"PulseTallies\""))
                .Distinct()
                .Count()
                .ShouldBe(1);
        }

        await school.CloseAsync();
        (await school.AskAsync($"SELECT xmin::text AS \"Value\" FROM \"PulseInvitations\""))
            .Distinct()
            .Count()
            .ShouldBe(1);
    }

    [EngineTheory]
    public async Task Two_who_open_a_pulse_at_once_open_one(Engine engine)
    {
        await using var school = await PulseSchool.OpenAsync(engine, staff: 6);
        await using var db = school.Db();
        db.Add(school.Another(2));
        (
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync())
        ).InnerException.ShouldNotBeNull();
        await school.CloseAsync();
        await using var later = school.Db();
        later.Add(school.Another(2));
        await later.SaveChangesAsync();
    }

    private static string[] Sheet(int seed) =>
        [.. Questions.All.Select((q, n) => q.Choices[((seed & 0xffff) + n) % q.Choices.Count].Key)];
}
