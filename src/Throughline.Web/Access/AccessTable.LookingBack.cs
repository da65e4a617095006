using Throughline.Domain.Units;

namespace Throughline.Web.Access;

/// <content>Feedback on meetings, and the longer look back each term.</content>
public static partial class AccessTable
{
    // Made when it is asked for: the order in which the parts of a class are made is not given.
    private static Dictionary<Permission, AccessRule> LookingBack() =>
        new()
        {
            [Permission.SeeFeedback] = new(
                "Read feedback on the ILT's meetings once it may be read, and what changed because of it. Without names nobody sees whose it was.",
                [Role.Principal, Role.DistrictLeader],
                [],
                [Relation.IltMember]
            ),
            [Permission.GiveFeedback] = new(
                "Give feedback on a meeting: members of the ILT, each for themselves.",
                [],
                [],
                [Relation.IltMember]
            ),
            [Permission.ConductFeedback] = new(
                "Choose how the ILT gives feedback, and open to read what came without names.",
                [Role.Principal, Role.DistrictLeader],
                [],
                [Relation.IltFacilitator]
            ),
            [Permission.WriteThemes] = new(
                "Write down the themes of feedback and what the team changed: who leads, who facilitates, and who has a role in the meeting. Written anew they are by who leads or facilitates, and by who facilitates or records that meeting or the next one; how they stood before stays readable.",
                [Role.Principal, Role.DistrictLeader],
                [],
                [Relation.IltFacilitator, Relation.RoleInMeeting]
            ),
            [Permission.SeeHealth] = new(
                "Read how the ILT works and whose voice is heard, worked out from its meetings. The district sees only the figures that the team shows it.",
                [Role.Principal, Role.DistrictLeader],
                [],
                [Relation.IltMember]
            ),
            [Permission.SeeReflections] = new(
                "See when the ILT looked back on a term, and its thinking maps.",
                [Role.Principal, Role.DistrictLeader],
                [],
                [Relation.IltMember]
            ),
            [Permission.Reflect] = new(
                "Begin a thinking map, write it and close it.",
                [Role.Principal, Role.DistrictLeader],
                [],
                [Relation.IltMember]
            ),
        };
}
