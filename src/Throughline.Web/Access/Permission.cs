namespace Throughline.Web.Access;

/// <summary>What a page or handler asks for. Who has it stands in <see cref="AccessTable"/>, and nowhere else.</summary>
public enum Permission
{
    Public,
    BeSignedIn,
    SeeUnit,
    SeeSchools,
    ManageSchools,
    ManageUnit,
    ManagePeople,
    GiveLeadership,
    ImportRoster,
    ManageTeam,
    RaiseIltLimit,
    GuideTeam,
    SeeDrafts,
    ActAsMember,
    SeeFirstMonth,
    LeadFirstMonth,
    SeeInstruments,
    ManageInstruments,
    SeeRounds,
    ConductRounds,
    RateInRound,
    SeeResults,
    SeeAgreement,
    AgreeOnResults,
    SeeWork,
    SeeCarried,
    ChangeWork,
    UpdateCarried,
    SeeDecisions,
    SeeProposals,
    ProposeDecisions,
    RaiseHand,
    TakeDecision,
    SeeRelays,
    TellTeams,
    GuideSharing,
    ReadStaffNotes,
    WriteStaffNotes,
    ApproveStaffNotes,
    ShareWins,
    TakeOutWins,
    SeeCommunication,
    PlanCommunication,
    SeeMeetings,
    TakePartInMeetings,
    ConductMeeting,
    PlanMeetings,
    ReadMinutes,
    ConfirmMinutes,
    RedactMinutes,
    KeepRecords,
    SeeFeedback,
    GiveFeedback,
    ConductFeedback,
    WriteThemes,
    SeeReflections,
    Reflect,
    SeeHealth,
    SeeInventory,
    KeepInventory,
    SeeIssues,
    ChangeIssues,
    VoteOnIssues,
    KeepNorms,
    RaiseMatters,
    SeeMatter,
    AnswerMatter,
    SeePulses,
    ConductPulses,
    AnswerPulse,
    SeePulseResults,
    SeeAudit,
}

/// <summary>A tie between a person and a unit, or a thing of it, that is not a role.</summary>
public enum Relation
{
    /// <summary>Works somewhere in the district.</summary>
    WorksInDistrict,

    /// <summary>Has any role in the unit, or in the district it belongs to.</summary>
    WorksHere,

    /// <summary>Sits on the unit's ILT.</summary>
    IltMember,

    /// <summary>Facilitates the unit's ILT for now.</summary>
    IltFacilitator,

    /// <summary>Was asked to rate in the round that the address names.</summary>
    RaterOfRound,

    /// <summary>Carries the action step, to-do or rock that the address names.</summary>
    OwnerOfWork,

    /// <summary>Facilitates, records or keeps the time in the meeting that the address names.</summary>
    RoleInMeeting,

    /// <summary>Was at the meeting that the address names, as a member then or as a visitor.</summary>
    CameToMeeting,

    /// <summary>Has a role in the unit itself.</summary>
    StaffHere,

    /// <summary>Sits on the ILT and proposed the decision that the address names, or runs the meeting it was proposed at by a role in it.</summary>
    ProposerOfDecision,

    /// <summary>Was asked in the staff pulse that the address names.</summary>
    AskedInPulse,

    /// <summary>Keeps the norms of the unit's ILT; see <see cref="Access.NormsKeeper"/>.</summary>
    NormsKeeper,

    /// <summary>Sent what the address names to their representative or the facilitator.</summary>
    SenderOfMatter,

    /// <summary>Is the one who is to answer what the address names.</summary>
    HolderOfMatter,

    /// <summary>Is the representative to whom what the address names was sent, also when it has gone on since.</summary>
    RepresentativeOfMatter,
}

/// <summary>Names the permission a page or one of its handlers asks for. What names none stops the start.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
