using Throughline.Data.Demo;

namespace Throughline.Web.Tests.Support;

/// <content>What stands for each parameter, and what never does.</content>
public static partial class ExampleAddresses
{
    private static readonly Dictionary<string, Example[]> Known = new(StringComparer.Ordinal)
    {
        ["error/{status}"] = [Always("not found", "404")],
        ["instruments/{key}"] = [Always("", "school-ilt")],
        ["instruments/{version}"] = [Always("", "1")],
        ["assessments/{round}"] =
        [
            In("open", (DemoDistrict.Lincoln, "4"), (DemoDistrict.District, "2")),
            In("closed", (DemoDistrict.Lincoln, "2"), (DemoDistrict.District, "1")),
        ],
        ["reviewers/{person}"] = [Stored(ReviewerAsync)],
        ["pulses/{pulse}"] =
        [
            In("open", (DemoDistrict.Lincoln, "2")),
            In("closed", (DemoDistrict.Lincoln, "1")),
        ],
        ["people/{id}"] = [Stored(PersonAsync)],
        ["years/{id}"] = [Stored(YearAsync)],
        ["calendar/{day}"] = [Stored(DayAsync)],
        ["teams/{id}"] = [Stored(TeamAsync)],
        ["seats/{id}"] = [Stored(MemberAsync)],
        ["team/{text}"] = [Always("adopted", "vision"), Always("in draft", "design")],
        ["editions/{edition}"] = [Always("", "1")],
        ["responsibilities/{seat}"] = [Always("", "coach")],
        ["groups/{id}"] = [Stored(GroupAsync)],
        ["other-teams/{id}"] = [Stored(OtherTeamAsync)],
        ["roster/{import}"] = [new("", RosterAsync)],
        ["agreement/{item}"] = [Always("", "4")],
        ["evidence/{evidence}"] = [Stored(EvidenceAsync)],
        ["meetings/{meeting}"] =
        [
            new("to come", (app, unit) => app.Db(db => NextMeetingAsync(db, unit), District(unit))),
            In("over", (DemoDistrict.Lincoln, "1")),
        ],
        ["meetings/{draft}"] = [Stored((db, unit) => LastMeetingAsync(db, unit, isFinal: false))],
        ["meetings/{final}"] = [Stored((db, unit) => LastMeetingAsync(db, unit, isFinal: true))],
        ["items/{item}"] = [Always("", "1")],
        ["findings/{finding}"] = [Always("", "1")],
        ["health/{figure}"] = [Always("", "on-time")],
        ["inventory/{number}"] = [In("", (DemoDistrict.Lincoln, "2"))],
        ["protocols/{protocol}"] =
        [
            Always("built in", "tuning"),
            In("its own", (DemoDistrict.Lincoln, "tuning-a-task-in-half-an-hour")),
        ],
        ["notes/{part}"] = [Always("", "s0")],
        // States name them, no address does: which they are depends on the day.
        ["meetings/{last}"] =
        [
            new("", (app, unit) => app.Db(db => LastStartedAsync(db, unit), District(unit))),
        ],
        ["themes/{open}"] =
        [
            new("", (app, unit) => app.Db(db => OpenThemeAsync(db, unit), District(unit))),
        ],
        ["themes/{theme}"] = [Always("", "1")],
        ["maps/{number}"] =
        [
            In("closed", (DemoDistrict.Lincoln, "1")),
            In("being written", (DemoDistrict.Lincoln, "2")),
        ],
        ["actions/{number}"] =
        [
            In("carried by a member", (DemoDistrict.Lincoln, "1")),
            In("carried by the facilitator", (DemoDistrict.Lincoln, "2")),
        ],
        ["todos/{number}"] =
        [
            In("carried by a member", (DemoDistrict.Lincoln, "1")),
            In("carried by the facilitator", (DemoDistrict.Lincoln, "2")),
        ],
        ["rocks/{number}"] =
        [
            In("carried by a member", (DemoDistrict.Lincoln, "1")),
            In("carried by the facilitator", (DemoDistrict.Lincoln, "2")),
        ],
        ["decisions/{number}"] =
        [
            In("decided", (DemoDistrict.Lincoln, "1")),
            In("hands are asked for", (DemoDistrict.Lincoln, "5")),
            In("proposed by a member", (DemoDistrict.Lincoln, "6")),
        ],
        ["relays/{number}"] =
        [
            In("told by a member", (DemoDistrict.Lincoln, "8")),
            In("of all teams", (DemoDistrict.Lincoln, "1"), (DemoDistrict.High, "1")),
        ],
        ["notes/{number}"] =
        [
            In("sent", (DemoDistrict.Lincoln, "1")),
            In("waiting for approval", (DemoDistrict.Lincoln, "3")),
        ],
        ["wins/{number}"] = [In("of a teacher", (DemoDistrict.Lincoln, "6"))],
        ["entry/{entry}"] = [In("", (DemoDistrict.Lincoln, "1"))],
        ["teams/{team}"] = [Stored(ToldTeamAsync)],
        ["questions/{question}"] = [Always("", "1")],
        ["issues/{number}"] = [In("", (DemoDistrict.Lincoln, "3"))],
        ["raised/{matter}"] =
        [
            Raised("waiting for a member", DemoMatter.Waiting),
            Raised("gone to the facilitator", DemoMatter.TimeOver),
        ],
    };

    // Values that no thing has: another district's, or nobody's.
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["assessments/{round}"] = "987654",
        ["pulses/{pulse}"] = "987654",
        ["instruments/{key}"] = "no-such-instrument",
        ["instruments/{version}"] = "987",
        ["error/{status}"] = "404",
        ["agreement/{item}"] = "1",
        ["team/{text}"] = "no-such-text",
        ["editions/{edition}"] = "987654",
        ["responsibilities/{seat}"] = "no-such-seat",
        ["groups/{id}"] = "01890000-0000-7000-8000-000000000003",
        ["other-teams/{id}"] = "01890000-0000-7000-8000-000000000004",
        ["evidence/{evidence}"] = "01890000-0000-7000-8000-000000000002",
        ["actions/{number}"] = "987654",
        ["meetings/{meeting}"] = "987654",
        ["items/{item}"] = "1",
        ["findings/{finding}"] = "987654",
        ["inventory/{number}"] = "987654",
        ["protocols/{protocol}"] = "no-such-protocol",
        ["notes/{part}"] = "s0",
        ["themes/{theme}"] = "987654",
        ["maps/{number}"] = "987654",
        ["health/{figure}"] = "no-such-figure",
        ["todos/{number}"] = "987654",
        ["rocks/{number}"] = "987654",
        ["decisions/{number}"] = "987654",
        ["issues/{number}"] = "987654",
        ["relays/{number}"] = "987654",
        ["notes/{number}"] = "987654",
        ["wins/{number}"] = "987654",
        ["entry/{entry}"] = "987654",
        ["teams/{team}"] = "01890000-0000-7000-8000-000000000005",
        ["questions/{question}"] = "987654",
        ["raised/{matter}"] = "01890000-0000-7000-8000-000000000003",
        // A day is nobody's thing; this one does not exist.
        ["calendar/{day}"] = "2027-02-30",
        ["roster/{import}"] = "01890000-0000-7000-8000-000000000001",
        ["reviewers/{person}"] = "01890000-0000-7000-8000-000000000001",
    };
}
