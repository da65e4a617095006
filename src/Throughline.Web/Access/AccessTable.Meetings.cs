using Throughline.Domain.Units;

namespace Throughline.Web.Access;

/// <content>Meetings, what is kept of them, issues and what staff raise.</content>
public static partial class AccessTable
{
    private static Dictionary<Permission, AccessRule> Meetings() =>
        new()
        {
            [Permission.SeeMeetings] = new(
                "See the ILT's meetings: agenda, who comes, notes and what came of them. Visitors see the one they came to.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember, Relation.CameToMeeting]
            ),
            [Permission.TakePartInMeetings] = new(
                "Submit items, take a role, send regrets, write notes, add to-dos, decisions and issues in the room.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.ConductMeeting] = new(
                "Order the agenda, start and end a meeting, run its clock, take attendance for others.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator, Relation.RoleInMeeting]
            ),
            [Permission.PlanMeetings] = new(
                "Set when the ILT meets and with which agenda; move a meeting or call it off.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator]
            ),
            [Permission.ReadMinutes] = new(
                "Read what a meeting that is over decided, and why: everyone who works here, and who was there. All of the minutes only those who may see the meeting.",
                None,
                None,
                [Relation.WorksHere, Relation.CameToMeeting]
            ),
            [Permission.ConfirmMinutes] = new(
                "Confirm the minutes of a meeting, for good, and reopen them with a reason: who recorded, kept the time or facilitated there, who facilitates the ILT, and who leads.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator, Relation.RoleInMeeting]
            ),
            [Permission.RedactMinutes] = new(
                "Cover words in final minutes where a law or an order asks for it.",
                [Role.Principal, Role.DistrictLeader],
                None,
                NoRelation
            ),
            [Permission.KeepRecords] = new(
                "Set how long minutes are kept, hold them, destroy those whose time is over, and enter to whom they were given.",
                [Role.Administrator, Role.Principal, Role.DistrictLeader],
                [Role.Administrator],
                NoRelation
            ),
            [Permission.SeeInventory] = new(
                "Read which meetings the school or district holds regularly, what they take, and what was merged or ended: everyone who works here.",
                None,
                None,
                [Relation.WorksHere]
            ),
            [Permission.KeepInventory] = new(
                "List regular meetings, correct them, and propose and record what is merged, ended or shortened.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.SeeIssues] = new(
                "See the ILT's issues and what is written about them. Who flagged one as not instructional is seen by who keeps the norms alone.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.ChangeIssues] = new(
                "Raise an issue, write about it, park it, take it up, solve and close it.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.VoteOnIssues] = new(
                "Vote on an issue, one vote each, and flag one as not instructional: the ILT's members.",
                None,
                None,
                [Relation.IltMember]
            ),
            [Permission.KeepNorms] = new(
                "See who flagged an issue as not instructional, and decide: send it to who handles it, or keep it with a word why.",
                None,
                None,
                [Relation.NormsKeeper]
            ),
            [Permission.RaiseMatters] = new(
                "Raise something with the ILT and see what became of what one raised.",
                None,
                None,
                [Relation.StaffHere]
            ),
            [Permission.SeeMatter] = new(
                "Read what a member of the staff raised: only who sent it and the one who is to answer it. Nobody else, whatever their role.",
                None,
                None,
                [Relation.SenderOfMatter, Relation.HolderOfMatter]
            ),
            [Permission.AnswerMatter] = new(
                "Bring what was raised to the ILT, answer it or pass it on: only the one who is to answer it. The representative it has gone on from is told so and keeps what they typed.",
                None,
                None,
                [Relation.HolderOfMatter, Relation.RepresentativeOfMatter]
            ),
        };
}
