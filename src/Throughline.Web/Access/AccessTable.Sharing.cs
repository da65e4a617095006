using Throughline.Domain.Units;

namespace Throughline.Web.Access;

/// <content>What is told to the teams.</content>
public static partial class AccessTable
{
    // Made when asked for: the order in which the parts of a class are made is not given.
    private static Dictionary<Permission, AccessRule> Sharing() =>
        new()
        {
            [Permission.SeeRelays] = new(
                "See what is to be told, which teams were told, how far they take it up and what help that takes. All other staff read the message and whether their own team was told.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.TellTeams] = new(
                "Say that a decision is to be told, put its message into words, tell the team one speaks for, bring its questions back and answer them. For a team nobody speaks for, who leads or facilitates.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.GuideSharing] = new(
                "Say that a decision is no longer to be told, and show the district a figure of the team or stop showing it.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator]
            ),
        };
}
