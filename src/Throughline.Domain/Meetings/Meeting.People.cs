using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

// Who comes, and who does what.
public sealed partial class Meeting
{
    /// <summary>Who comes up to this many minutes after the start came on time.</summary>
    public const int GraceMinutes = 2;

    /// <summary>Members who are here.</summary>
    public IEnumerable<Attendance> Present =>
        attendances.Where(a => a is { CameAt: not null, IsVisitor: false });

    /// <summary>True for a member who sent regrets and has not come.</summary>
    public bool IsAbsent(Guid personId) =>
        attendances.Exists(a =>
            a.PersonId == personId && a.RegretsAt is not null && a.CameAt is null
        );

    /// <summary>
    /// A member is here. Nothing happens when that was said before. Refused before the meeting has started, once it is
    /// over, and for who does not sit on the team.
    /// </summary>
    /// <param name="personId">Who.</param>
    /// <param name="members">Who sits on the ILT.</param>
    /// <param name="at">When they came, UTC; never before the start.</param>
    public Result Arrive(Guid personId, IReadOnlyCollection<Guid> members, DateTime at)
    {
        if (State != MeetingState.InProgress)
        {
            return Result.Refused(
                State == MeetingState.Planned
                    ? "Attendance is taken once the meeting has started."
                    : "This meeting is over; who was there stands."
            );
        }

        if (!members.Contains(personId))
        {
            return Result.Refused(NoMember);
        }

        var member = Of(personId);
        (member.CameAt, member.IsVisitor) = (member.CameAt ?? Later(at, StartedAt), false);
        return Result.Ok();
    }

    /// <summary>
    /// A visitor is here, such as a supervisor or a teacher who was asked in: they have no part in the meeting, and may
    /// read what is kept of it. Refused outside the meeting and for who sits on the team.
    /// </summary>
    /// <param name="personId">Who.</param>
    /// <param name="members">Who sits on the ILT.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Welcome(Guid personId, IReadOnlyCollection<Guid> members, DateTime now)
    {
        if (NotInRoom() is { } refused)
        {
            return refused;
        }

        if (members.Contains(personId))
        {
            return Result.Refused("They sit on the ILT: mark them as here.");
        }

        var visitor = Of(personId);
        (visitor.IsVisitor, visitor.CameAt) = (true, visitor.CameAt ?? now);
        return Result.Ok();
    }

    /// <summary>
    /// Someone was marked as here by mistake. Refused outside the meeting; but a visitor is taken back at any time, because
    /// they would read its minutes for good.
    /// </summary>
    public Result TakeBackArrival(Guid personId)
    {
        if (attendances.RemoveAll(a => a.PersonId == personId && a.IsVisitor) > 0)
        {
            return Result.Ok();
        }

        if (NotInRoom() is { } refused)
        {
            return refused;
        }

        if (attendances.Find(a => a.PersonId == personId) is { } there)
        {
            there.CameAt = null;
        }

        return Result.Ok();
    }

    /// <summary>
    /// All who sit on the team and sent no regrets were here when it started, unless it was said before when they came: so
    /// one press takes the attendance of a table. The same refusals as <see cref="Arrive"/>.
    /// </summary>
    public Result ArriveAll(IReadOnlyCollection<Guid> members) =>
        members
            .Where(m => !IsAbsent(m))
            .Select(m => Arrive(m, members, StartedAt ?? default))
            .ToList()
            .Find(r => !r.IsOk)
        ?? Result.Ok();

    /// <summary>
    /// A member sends regrets, or takes them back. A role they had goes back to be proposed anew. Refused once the meeting
    /// has ended and for who does not sit on the team.
    /// </summary>
    public Result SendRegrets(
        Guid personId,
        bool comes,
        IReadOnlyCollection<Guid> members,
        DateTime now
    )
    {
        if (State is MeetingState.Ended or MeetingState.Cancelled)
        {
            return Result.Refused("This meeting is over; who was there stands.");
        }

        if (!members.Contains(personId))
        {
            return Result.Refused(NoMember);
        }

        Of(personId).RegretsAt = comes ? null : now;
        if (!comes)
        {
            roles.RemoveAll(r => r.PersonId == personId);
        }

        return Result.Ok();
    }

    /// <summary>Proposes who has which role; roles that someone took already stay with them.</summary>
    /// <param name="turns">Roles and people, as <see cref="FairTurns.Propose"/> found them.</param>
    public void ProposeRoles(IEnumerable<KeyValuePair<MeetingRoleKind, Guid>> turns)
    {
        foreach (var (kind, person) in turns)
        {
            var role = roles.Find(r => r.Kind == kind);
            if (role is null)
            {
                roles.Add(new MeetingRole(this, kind, person));
            }
            else if (!role.IsTaken)
            {
                role.PersonId = person;
            }
        }
    }

    /// <summary>
    /// Gives a role to a member: a swap, or someone who steps in, also mid-meeting. Refused for who does not sit on the
    /// team or is absent, and once the meeting has ended.
    /// </summary>
    public Result GiveRole(MeetingRoleKind kind, Guid personId, IReadOnlyCollection<Guid> members)
    {
        if (State is MeetingState.Ended or MeetingState.Cancelled)
        {
            return Result.Refused("This meeting is over; who had which role stands.");
        }

        if (!Enum.IsDefined(kind))
        {
            return Result.Refused("Choose a role.", "Kind");
        }

        if (!members.Contains(personId))
        {
            return Result.Refused(NoMember, "PersonId");
        }

        if (IsAbsent(personId))
        {
            return Result.Refused(
                "This member sent regrets for the meeting. Choose someone who comes.",
                "PersonId"
            );
        }

        var role = roles.Find(r => r.Kind == kind);
        if (role is null)
        {
            role = new MeetingRole(this, kind, personId);
            roles.Add(role);
        }

        (role.PersonId, role.IsTaken) = (personId, true);
        return Result.Ok();
    }

    /// <summary>
    /// A member does not take a role this time: it is free for a new proposal, and none is made to them for this meeting.
    /// Refused for a role they do not have.
    /// </summary>
    public Result DeclineRole(MeetingRoleKind kind, Guid personId, DateTime now)
    {
        if (State is MeetingState.Ended or MeetingState.Cancelled)
        {
            return Result.Refused("This meeting is over; who had which role stands.");
        }

        if (roles.RemoveAll(r => r.Kind == kind && r.PersonId == personId) == 0)
        {
            return Result.Refused("This role is someone else’s by now.");
        }

        Of(personId).DeclinedAt = now;
        return Result.Ok();
    }

    /// <summary>True for a member who declined a role of this meeting.</summary>
    public bool HasDeclined(Guid personId) =>
        attendances.Exists(a => a.PersonId == personId && a.DeclinedAt is not null);

    /// <summary>Who has a role; null while nobody does.</summary>
    public Guid? HolderOf(MeetingRoleKind kind) => roles.Find(r => r.Kind == kind)?.PersonId;

    private const string NoMember =
        "This person does not sit on the ILT any more. Choose a member.";

    private Attendance Of(Guid personId)
    {
        var found = attendances.Find(a => a.PersonId == personId);
        if (found is null)
        {
            found = new Attendance(this, personId);
            attendances.Add(found);
        }

        return found;
    }
}
