using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>Giving feedback on Lincoln's meetings.</summary>
internal static class FeedbackPages
{
    public const string All = $"/{DemoDistrict.Lincoln}/meetings/feedback";

    /// <summary>The e-mails of who sits on Lincoln's ILT.</summary>
    public static Task<List<string>> MembersAsync(TestApp app) =>
        app.Db(db =>
            db.Set<IltMembership>()
                .Where(m => m.Until == null)
                .Where(m =>
                    db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
                .Join(db.Set<Account>(), m => m.PersonId, a => a.Id, (_, a) => a.Email!)
                .OrderBy(e => e)
                .ToListAsync()
        );

    /// <summary>Gives feedback by the form as it stands.</summary>
    public static async Task<TestPage> GiveAsync(
        TestApp app,
        string who,
        string at,
        params string[] words
    )
    {
        var page = await app.As(who).GetAsync($"{at}/feedback");
        var form = page.Form(
            page.Text.Contains("Send it with my name", StringComparison.Ordinal)
                ? "Send it with my name"
                : "Send it without my name"
        );
        for (var n = 0; n < words.Length; n++)
        {
            form.Set($"Input.Lines[{n}].Words", words[n]);
        }

        return await form.SubmitAsync();
    }

    /// <summary>What the store holds of Lincoln's feedback without names, the last batch first.</summary>
    public static Task<List<FeedbackBatch>> BatchesAsync(TestApp app) =>
        app.Db(db =>
            db.Set<FeedbackBatch>()
                .AsNoTracking()
                .Include(b => b.Marks)
                .OrderByDescending(b => b.Number)
                .ToListAsync()
        );
}
