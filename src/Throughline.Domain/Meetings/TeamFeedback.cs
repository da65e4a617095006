using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>
/// How a unit's ILT gives feedback on its meetings, and what was given without names. Feedback by name is kept beside it
/// (<see cref="NamedFeedback"/>). What is chosen here holds for the next meeting without feedback; what waits to be read is
/// read in the form in which it was given.
/// </summary>
public sealed class TeamFeedback : IDistrictOwned, IVersioned
{
    private readonly List<FeedbackBatch> batches = [];

    private TeamFeedback() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit; it has one.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Which boxes the team chose.</summary>
    public FeedbackKind Kind { get; private set; }

    /// <summary>Whether the team chose to give it by name.</summary>
    public bool ByName { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What was given without names, as far as it was loaded: at least the last batch, and each with a mark.</summary>
    public IReadOnlyList<FeedbackBatch> Batches => batches;

    /// <summary>What the team chose.</summary>
    public FeedbackForm Choice => new(Kind, ByName);

    /// <summary>A team chooses for the first time. Refused without a choice of boxes.</summary>
    public static Result<TeamFeedback> Begin(
        Unit unit,
        FeedbackKind? kind,
        bool byName,
        DateTime now
    )
    {
        var feedback = new TeamFeedback
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
        };
        var chosen = feedback.Choose(kind, byName);
        return chosen.IsOk ? Result.Ok(feedback) : chosen.Refusal!;
    }

    /// <summary>The team chooses anew. Refused without a choice of boxes.</summary>
    public Result Choose(FeedbackKind? kind, bool byName)
    {
        if (kind is not { } known || !Enum.IsDefined(known))
        {
            return Result.Refused("Choose what the team asks itself.", "Kind");
        }

        (Kind, ByName) = (known, byName);
        return Result.Ok();
    }

    /// <summary>
    /// In which form feedback on a meeting is given: in the one of what was given on it already, else as the team chose. What
    /// waits from earlier meetings binds nobody: a team of three would never be able to choose anew.
    /// </summary>
    /// <param name="meeting">The meeting that takes feedback.</param>
    /// <param name="given">The form of what was given on it by name; null for none.</param>
    public FeedbackForm FormFor(int meeting, FeedbackKind? given) =>
        given is { } kind ? new(kind, ByName: true)
        : batches.Find(b => b.LastMeeting == meeting) is { } batch ? new(batch.Kind, ByName: false)
        : Choice;

    /// <summary>
    /// A member gives feedback without a name. It goes into the batch that is not read yet, or into a new one: what comes
    /// after a batch could be read never joins it, or it could be told apart. In other boxes it could be told apart as well:
    /// what waits in the others goes on waiting until the team asks itself the same again. Refused when they have given theirs.
    /// </summary>
    /// <param name="meeting">The meeting that takes feedback.</param>
    /// <param name="lines">What <see cref="FeedbackForm.Read"/> made of what they typed.</param>
    /// <param name="personId">Who; kept only as a mark that they have given theirs.</param>
    public Result GiveUnnamed(Meeting meeting, IReadOnlyList<FeedbackLine> lines, Guid personId)
    {
        if (HasGiven(meeting.Id, personId))
        {
            return Result.Refused("Yours is in already. It cannot be found again, so it stays.");
        }

        var kind = FormFor(meeting.Number, null).Kind;
        var batch = batches.Find(b => b.Kind == kind && b.TakesMore(meeting.Number));
        if (batch is null)
        {
            foreach (var read in batches.Where(b => !b.TakesMore(meeting.Number)))
            {
                read.LetGo(meeting.Id);
            }

            var last = batches.Count == 0 ? 0 : batches.Max(b => b.Number);
            batch = new FeedbackBatch(this, last + 1, kind, meeting.Number);
            batches.Add(batch);
        }

        batch.Take(meeting, lines, personId);
        return Result.Ok();
    }

    /// <summary>True when someone has given feedback on a meeting without a name.</summary>
    public bool HasGiven(Guid meetingId, Guid personId) =>
        batches.Exists(b => b.Marks.Any(m => m.MeetingId == meetingId && m.PersonId == personId));

    /// <summary>
    /// Opens what was given without names so far, to be read. What comes later goes into the next batch. Refused while fewer
    /// than four have given theirs, and when nothing waits.
    /// </summary>
    public Result Open()
    {
        if (batches.Where(b => !b.IsOpened).MaxBy(b => b.LastMeeting) is not { } last)
        {
            return Result.Refused("Nothing new has come in. Nothing was changed.");
        }

        return last.Open();
    }
}

/// <summary>
/// Feedback without names that is read together: one row, written anew with each that comes in, its lines in an order that
/// follows from their words alone. It holds no person, no time and no meeting of a line, and its key is a count. It leaves no
/// audit row and, having no unit of its own, no notice to a room.
/// </summary>
public sealed class FeedbackBatch : IDistrictOwned, IVersioned, INotAudited
{
    private readonly List<FeedbackMark> marks = [];

    private FeedbackBatch() { }

    internal FeedbackBatch(TeamFeedback feedback, int number, FeedbackKind kind, int meeting)
    {
        DistrictId = feedback.DistrictId;
        FeedbackId = feedback.Id;
        Number = number;
        Kind = kind;
        (FirstMeeting, LastMeeting) = (meeting, meeting);
    }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The team's.</summary>
    public Guid FeedbackId { get; private set; }

    /// <summary>Its number among the team's; with the team's its key.</summary>
    public int Number { get; private set; }

    /// <summary>Which boxes it has.</summary>
    public FeedbackKind Kind { get; private set; }

    /// <summary>Number of the first meeting it is about.</summary>
    public int FirstMeeting { get; private set; }

    /// <summary>Number of the last meeting it is about.</summary>
    public int LastMeeting { get; private set; }

    /// <summary>What was written, in no order.</summary>
    public IReadOnlyList<FeedbackLine> Lines { get; private set; } = [];

    /// <summary>True once it was opened to be read; nothing is added to it then.</summary>
    public bool IsOpened { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Who has given theirs, until nobody needs to be kept from being asked again.</summary>
    public IReadOnlyList<FeedbackMark> Marks => marks;

    /// <summary>True when enough different people have given theirs for it to be read: the same two at two meetings are two.</summary>
    public bool IsEnough => marks.Select(m => m.PersonId).Distinct().Count() >= Unnamed.Fewest;

    /// <summary>
    /// True when it may be read: it was opened, or enough people have given theirs and the meeting it is about takes no more
    /// because a later one has started.
    /// </summary>
    /// <param name="taking">The number of the meeting that takes feedback; null for none.</param>
    public bool IsReadable(int? taking) => IsOpened || (IsEnough && LastMeeting != taking);

    /// <summary>True when feedback on a meeting still goes into it.</summary>
    internal bool TakesMore(int meeting) => !IsReadable(meeting);

    internal void Take(Meeting meeting, IReadOnlyList<FeedbackLine> lines, Guid personId)
    {
        Lines =
        [
            .. Unnamed
                .InNoOrder(
                    Lines.Concat(lines),
                    l => $"{(int)l.Box} {l.Words}",
                    $"{FeedbackId} {Number}"
                )
                .OrderBy(l => l.Box),
        ];
        LastMeeting = meeting.Number;
        marks.Add(new FeedbackMark(this, meeting.Id, personId));
    }

    internal Result Open()
    {
        if (!IsEnough)
        {
            return Result.Refused(
                $"Fewer than {Unnamed.Fewest} have given theirs. It waits, and is read together with feedback on the next meeting."
            );
        }

        IsOpened = true;
        return Result.Ok();
    }

    // It is read; its marks go, but for those that keep someone from being asked twice on a meeting.
    internal void LetGo(Guid meetingId)
    {
        IsOpened = true;
        marks.RemoveAll(m => m.MeetingId != meetingId);
    }
}

/// <summary>
/// Says that someone has given feedback on a meeting without a name, and nothing of what. It keeps them from being asked
/// again, and lets four people be told from two who gave twice.
/// </summary>
public sealed class FeedbackMark : IDistrictOwned, INotAudited
{
    private FeedbackMark() { }

    internal FeedbackMark(FeedbackBatch batch, Guid meetingId, Guid personId)
    {
        DistrictId = batch.DistrictId;
        FeedbackId = batch.FeedbackId;
        Batch = batch.Number;
        MeetingId = meetingId;
        PersonId = personId;
    }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The team's.</summary>
    public Guid FeedbackId { get; private set; }

    /// <summary>The batch it went into.</summary>
    public int Batch { get; private set; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }
}

/// <summary>What one member says of a meeting by name. They can change it while the meeting takes feedback. It leaves no audit row: the trail has other readers.</summary>
public sealed class NamedFeedback : IDistrictOwned, IVersioned, INotAudited
{
    private NamedFeedback() { }

    /// <summary>Feedback of a member on a meeting.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="personId">Who.</param>
    /// <param name="kind">Which boxes.</param>
    /// <param name="lines">What <see cref="FeedbackForm.Read"/> made of what they typed.</param>
    /// <param name="now">Now, UTC.</param>
    public NamedFeedback(
        Meeting meeting,
        Guid personId,
        FeedbackKind kind,
        IReadOnlyList<FeedbackLine> lines,
        DateTime now
    )
    {
        DistrictId = meeting.DistrictId;
        MeetingId = meeting.Id;
        PersonId = personId;
        Kind = kind;
        Change(lines, now);
    }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Which boxes.</summary>
    public FeedbackKind Kind { get; private set; }

    /// <summary>What was written, in the order of the boxes.</summary>
    public IReadOnlyList<FeedbackLine> Lines { get; private set; } = [];

    /// <summary>When it was last written, UTC.</summary>
    public DateTime At { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>They write it anew.</summary>
    public void Change(IReadOnlyList<FeedbackLine> lines, DateTime now) =>
        (Lines, At) = (lines, now);
}
