using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>What is kept of meetings that are over: drafts, final minutes and what stands beside them.</content>
public static partial class DemoStates
{
    // Its minutes are a draft; of the one before they are final, and those of the first were reopened.
    private const string LastMeeting = $"/{Lincoln}/meetings/{{draft}}";
    private const string FinalMeeting = $"/{Lincoln}/meetings/{{final}}";
    private const string ReopenedMeeting = $"/{Lincoln}/meetings/1";

    // As a property that is read late: the order in which the parts of a class are made is not given.
    private static IReadOnlyList<DemoState> MinutesOf =>
        [
            new("minutes, a draft to confirm", "facilitator", LastMeeting),
            new("minutes, a draft", "member", LastMeeting),
            new("minutes, final", "member", FinalMeeting),
            new("minutes, final, as the principal", "principal", FinalMeeting),
            new("minutes in two editions", "facilitator", ReopenedMeeting),
            new("minutes, an earlier edition", "member", $"{ReopenedMeeting}/minutes?edition=1"),
            new("minutes, as staff", "teacher", $"{FinalMeeting}/minutes"),
            new("minutes to reopen", "facilitator", $"{FinalMeeting}/minutes/reopen"),
            new(
                "minutes to reopen, refused",
                "facilitator",
                $"{FinalMeeting}/minutes/reopen",
                Press: "Reopen the minutes"
            ),
            new("words to cover", "principal", $"{FinalMeeting}/minutes/redact"),
            new(
                "words to cover, refused",
                "principal",
                $"{FinalMeeting}/minutes/redact",
                Press: "Look where they stand"
            ),
            new("catch up", "member", $"{LastMeeting}/catch-up"),
            new("records", "admin", $"/{District}/settings/records"),
            new("records, of a school", "principal", $"/{Lincoln}/settings/records"),
            new(
                "records, refused",
                "admin",
                $"/{District}/settings/records",
                Press: "Hold the records"
            ),
            new("visitors", TubmanPrincipal, $"/{Tubman}/meetings/1/visitors"),
            new("visitors, none", TubmanPrincipal, $"/{Tubman}/meetings/1/visitors?Q=zzz"),
        ];
}
