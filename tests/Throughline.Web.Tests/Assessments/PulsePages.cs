using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Assessments;

/// <summary>The open staff pulse of Lincoln, worked through its pages.</summary>
internal static class PulsePages
{
    public const string Pulses = $"/{DemoDistrict.Lincoln}/assessments/pulses";

    public static readonly string Open = string.Create(
        CultureInfo.InvariantCulture,
        $"{Pulses}/{DemoPulse.Open.Number}"
    );

    public static readonly string AnswerPath = $"{Open}/answer";

    /// <summary>The first choice of every question, as a form sends it.</summary>
    public static (string, string)[] Sheet(int choice = 0) =>
        [.. PulseQuestions.Latest.All.Select(q => ($"Answers[{q.Key}]", q.Choices[choice].Key))];

    /// <summary>Fills the form as a person does, and sends it.</summary>
    public static async Task<TestPage> AnswerAsync(TestApp app, string person, int choice = 0)
    {
        var form = (await app.As(person).GetAsync(AnswerPath)).Form("Send my answers");
        foreach (var (name, value) in Sheet(choice))
        {
            form.Tick(name, value);
        }

        return await form.SubmitAsync();
    }

    public static Task<TestPage> CloseAsync(TestApp app, string by = "principal") =>
        app.As(by).PostFormAsync($"{Open}?handler=Close");

    /// <summary>A pulse as it is stored.</summary>
    public static Task<Pulse> StoredAsync(TestApp app, DemoRoundAddress pulse) =>
        app.Db(db =>
            db.Set<Pulse>()
                .Include(p => p.Tallies)
                .Include(p => p.Invitations)
                .SingleAsync(p =>
                    p.Number == pulse.Number
                    && db.Set<Unit>().Any(u => u.Id == p.UnitId && u.Slug == pulse.Unit)
                )
        );
}
