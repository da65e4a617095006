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
            [Permission.ReadStaffNotes] = new(
                "Read the staff notes that were sent: everyone who works at the place itself.",
                None,
                None,
                [Relation.StaffHere, Relation.IltMember]
            ),
            [Permission.WriteStaffNotes] = new(
                "Draft a staff note, correct it, ask for its approval and send it once it is approved.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.ApproveStaffNotes] = new(
                "Approve a staff note or send it back: nothing goes before.",
                [Role.Principal, Role.DistrictLeader],
                None,
                NoRelation
            ),
            [Permission.ShareWins] = new(
                "Read the wins and add one; change and take back one’s own until a staff note told of it. Nobody outside reads them.",
                None,
                None,
                [Relation.StaffHere, Relation.IltMember]
            ),
            [Permission.TakeOutWins] = new(
                "Take a win out of the list, with a reason that who added it reads.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator]
            ),
            [Permission.SeeCommunication] = new(
                "See the calendar of communication, and say that something on it was told: the team and its leader.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.PlanCommunication] = new(
                "Put something on the calendar of communication, change it and take it off.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator]
            ),
        };
}
