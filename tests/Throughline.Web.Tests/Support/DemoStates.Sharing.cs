using System.Globalization;
using Throughline.Data.Demo;
using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>What is told to the teams, and what comes back.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> Sharing { get; } =
    [
        new("to tell", "member", $"/{Lincoln}/sharing"),
        new("to tell, as principal", "principal", $"/{Lincoln}/sharing"),
        new("to tell, all", "facilitator", $"/{Lincoln}/sharing?show=all"),
        new("to tell, no earlier ones", "member", $"/{Lincoln}/sharing?before=1"),
        new("to tell, nothing open", HighPrincipal, $"/{High}/sharing"),
        new("to tell, none yet", RooseveltPrincipal, $"/{Roosevelt}/sharing"),
        new("to tell, none ever", RooseveltPrincipal, $"/{Roosevelt}/sharing?show=all"),
        new("relay, mine to tell", "member", Relay(DemoRelay.ToTell)),
        new("relay, refused", "member", Relay(DemoRelay.ToTell), Press: "I told my team"),
        new("relay, last day over", "facilitator", Relay(DemoRelay.Overdue)),
        new("relay, with an answer for my team", "member", Relay(DemoRelay.Answered)),
        new(
            "relay, question refused",
            "member",
            Relay(DemoRelay.ToTell),
            Press: "Bring it to the ILT"
        ),
        new("relay, all told", HighPrincipal, $"/{High}/sharing/relays/{DemoRelay.AllTold}"),
        new("relay, ended", HighPrincipal, $"/{High}/sharing/relays/{DemoRelay.Ended}"),
        new("relay, changing the words", "principal", Relay(DemoRelay.Overdue) + "/edit"),
        new(
            "relay, changing the words, refused",
            "facilitator",
            Relay(DemoRelay.Overdue) + "/edit",
            Press: "End the telling"
        ),
        new("relay, as a slide", "member", Relay(DemoRelay.Answered) + "/slide"),
        new("relay, as a mail", "member", Relay(DemoRelay.ToTell) + "/mail"),
        new("relay, as a mail, told already", "member", Relay(DemoRelay.Answered) + "/mail"),
        new("relay, how far a team is", "member", Relay(DemoRelay.Answered) + "/teams/{team}"),
        new(
            "relay, how far a team is, refused",
            "member",
            Relay(DemoRelay.Answered) + "/teams/{team}",
            Press: "Keep it"
        ),
        new("relay, answering", "principal", Relay(DemoRelay.Overdue) + "/questions/1"),
        new(
            "relay, answering with what solved it",
            "facilitator",
            Relay(DemoRelay.Overdue) + "/questions/2"
        ),
        new(
            "relay, answering, refused",
            "principal",
            Relay(DemoRelay.Overdue) + "/questions/1",
            Press: "Answer them"
        ),
        new("relay, beginning later", "member", Relay(DemoRelay.None) + "/begin"),
        new("decision, not to be told so far", "member", Decision(DemoRelay.None)),
        new("decision, told, as a teacher", "teacher", Decision(DemoDecisions.OfGrade4)),
    ];

    private static string Relay(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/sharing/relays/{number}");
}
