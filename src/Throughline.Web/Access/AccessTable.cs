using Throughline.Domain.Units;

namespace Throughline.Web.Access;

/// <summary>One row of the table: what it allows, in a sentence, and to whom.</summary>
/// <param name="Sentence">What a person with it may do.</param>
/// <param name="AtUnit">Roles in the unit itself, be it a school or the district.</param>
/// <param name="AtDistrict">Roles in the district, which then hold in every school of it.</param>
/// <param name="Relations">Ties that give it as well.</param>
public sealed record AccessRule(
    string Sentence,
    Role[] AtUnit,
    Role[] AtDistrict,
    Relation[] Relations
);

/// <summary>
/// Who may do what: all of it, in one place, a sentence each; what an area adds may stand in a part of its own. A person who lacks the permission of a page is told that
/// there is no such page. The page “Who may do what” shows this table to everyone.
/// </summary>
public static partial class AccessTable
{
    private static readonly Role[] None = [];
    private static readonly Relation[] NoRelation = [];

    public static IReadOnlyDictionary<Permission, AccessRule> Rules { get; } =
        new[] { Most(), Meetings(), LookingBack(), Sharing() }
            .SelectMany(rules => rules)
            .OrderBy(rule => rule.Key)
            .ToDictionary();

    private static Dictionary<Permission, AccessRule> Most() =>
        new()
        {
            [Permission.Public] = new(
                "Anyone, signed in or not: sign-in, setting a password, help.",
                None,
                None,
                NoRelation
            ),
            [Permission.BeSignedIn] = new("See one's own day and account.", None, None, NoRelation),
            [Permission.SeeUnit] = new(
                "See the home of a school or district, its ILT, whom each member speaks for, what the ILT adopted for itself, and the directory of other teams.",
                None,
                None,
                [Relation.WorksHere]
            ),
            [Permission.SeeSchools] = new(
                "See the list of all schools of the district, and the figures that their teams show it.",
                None,
                [Role.DistrictLeader, Role.Supervisor, Role.Administrator, Role.Coach],
                NoRelation
            ),
            [Permission.ManageSchools] = new(
                "Add a school by hand, close one and open it again.",
                None,
                [Role.DistrictLeader, Role.Administrator],
                NoRelation
            ),
            [Permission.ManageUnit] = new(
                "Change a unit's name, address and words, its calendar, its instructional teams and the directory of other teams.",
                [Role.Administrator, Role.Principal, Role.DistrictLeader],
                [Role.Administrator],
                NoRelation
            ),
            [Permission.ManagePeople] = new(
                "Add and correct staff, give roles that lead nobody, invite people to sign in.",
                [Role.Administrator, Role.Principal, Role.DistrictLeader],
                [Role.Administrator],
                NoRelation
            ),
            [Permission.GiveLeadership] = new(
                "Give and confirm roles that lead: principal, administrator, district leader, supervisor.",
                [Role.Principal, Role.DistrictLeader],
                [Role.Administrator],
                NoRelation
            ),
            [Permission.ImportRoster] = new(
                "Bring in the district's roster: preview what will change, and apply it.",
                None,
                [Role.Administrator],
                NoRelation
            ),
            [Permission.ManageTeam] = new(
                "Form the ILT, give and end seats on it, say who facilitates and who speaks for each group of students.",
                [Role.Principal, Role.DistrictLeader, Role.Administrator],
                [Role.Administrator],
                NoRelation
            ),
            [Permission.RaiseIltLimit] = new(
                "Raise how many may sit on an ILT, with a reason.",
                None,
                [Role.DistrictLeader, Role.Administrator],
                NoRelation
            ),
            [Permission.GuideTeam] = new(
                "Write the ILT's vision, design and norms, ask for input and adopt them; say what its seats ask, and who keeps the norms.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator]
            ),
            [Permission.SeeDrafts] = new(
                "Read the drafts of the ILT's vision, design and norms, and its members' input.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.ActAsMember] = new(
                "Give input to a draft, sign the norms, accept what one's seat asks: members of the ILT, each for themselves.",
                None,
                None,
                [Relation.IltMember]
            ),
            [Permission.SeeFirstMonth] = new(
                "See the steps of the ILT's first month: what is done, what was skipped and what comes next.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.LeadFirstMonth] = new(
                "Skip a step of the ILT's first month and take it up again, and put the whole away.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator]
            ),
            [Permission.SeeInstruments] = new(
                "Read the instruments a team can rate itself with, and export them.",
                None,
                None,
                [Relation.WorksHere]
            ),
            [Permission.ManageInstruments] = new(
                "Load an instrument of the district's own.",
                None,
                [Role.DistrictLeader, Role.Administrator],
                NoRelation
            ),
            [Permission.SeeRounds] = new(
                "See the team's rounds and how far each rater is, never what they answered.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.ConductRounds] = new(
                "Open a round, choose who rates, extend, remind, close and reopen.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator]
            ),
            [Permission.RateInRound] = new(
                "Rate in a round: only who was asked to, and only one's own answers.",
                None,
                None,
                [Relation.RaterOfRound]
            ),
            [Permission.SeeResults] = new(
                "Read a closed round's results: the team itself, its leader and those who rated. Nobody sees one person's rating.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember, Relation.RaterOfRound]
            ),
            [Permission.SeeAgreement] = new(
                "Read what the team agreed on after a round, with reasons and evidence.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.AgreeOnResults] = new(
                "Record what the team agrees on after a round, its reasons and evidence, and make actions of it.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator]
            ),
            [Permission.SeeWork] = new(
                "See all action steps, to-dos and rocks of the unit.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.SeeCarried] = new(
                "See one action step, to-do or rock: the team, its leader and whoever carries it.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember, Relation.OwnerOfWork]
            ),
            [Permission.ChangeWork] = new(
                "Add action steps, to-dos and rocks, and change what, why, who and by when.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.UpdateCarried] = new(
                "Say how far an action step, to-do or rock is and add notes to it: the team, its leader and whoever carries it.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember, Relation.OwnerOfWork]
            ),
            [Permission.SeeDecisions] = new(
                "Read what was decided, by whom and why: everyone who works here.",
                None,
                None,
                [Relation.WorksHere]
            ),
            [Permission.SeeProposals] = new(
                "See what is proposed, how many hands are up and, once they are shown, how many of each: the team and its leader.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.ProposeDecisions] = new(
                "Propose a decision, and change or withdraw a proposal.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember]
            ),
            [Permission.RaiseHand] = new(
                "Raise a hand on a proposal: only those who sat on the ILT when hands were asked for. Nobody, of whatever role, is told whose hand was which.",
                None,
                None,
                [Relation.IltMember]
            ),
            [Permission.TakeDecision] = new(
                "Ask for hands, show them all at once, and record what was decided: who facilitates, who leads, who proposed it, and who runs the meeting it came up in. What is the leader’s to decide, only the leader records.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator, Relation.ProposerOfDecision]
            ),
            [Permission.SeePulses] = new(
                "See when staff pulses were held and how many answered.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember, Relation.StaffHere]
            ),
            [Permission.ConductPulses] = new(
                "Open a staff pulse and close it.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltFacilitator]
            ),
            [Permission.AnswerPulse] = new(
                "Answer a staff pulse, once and without a name: only who was asked to.",
                None,
                None,
                [Relation.AskedInPulse]
            ),
            [Permission.SeePulseResults] = new(
                "Read a closed staff pulse's counts: the team, its leader and those who were asked. Nobody sees one person's answers; none are kept.",
                [Role.Principal, Role.DistrictLeader],
                None,
                [Relation.IltMember, Relation.AskedInPulse]
            ),
            [Permission.SeeAudit] = new(
                "Read who changed what. Ratings are not in it.",
                [Role.Administrator, Role.Principal, Role.DistrictLeader],
                [Role.Administrator],
                NoRelation
            ),
        };
}
