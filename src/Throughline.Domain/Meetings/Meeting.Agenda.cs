using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

// The agenda: begun from the team's template, filled by members, ordered by who facilitates.
public sealed partial class Meeting
{
    /// <summary>Most items of a meeting: more cannot be read, let alone talked about.</summary>
    public const int MostItems = 40;

    /// <summary>The highest number an item was given, also one that was taken off since: a number names one item for ever.</summary>
    public int LastItemNumber { get; private set; }

    /// <summary>Minutes that sections and items ask for, in all; what was cut or parked asks for none.</summary>
    public int PlannedMinutes => Stops().Where(s => s.IsAsked).Sum(s => s.Minutes);

    /// <summary>
    /// Begins the agenda with the template's sections; they are this meeting's own from then on. Nothing happens when it
    /// is begun already. Refused for a meeting that is over or called off.
    /// </summary>
    public Result BeginAgenda(AgendaTemplate template)
    {
        if (HasAgenda)
        {
            return Result.Ok();
        }

        if (State != MeetingState.Planned)
        {
            return Result.Refused("This meeting takes no agenda any more.");
        }

        Sections = template.Sections;
        return Result.Ok();
    }

    /// <summary>
    /// Takes over another edition of the template while the meeting is still to come: items stay, in the section of the same
    /// kind. Refused once the meeting has begun.
    /// </summary>
    public Result RenewAgenda(AgendaTemplate template)
    {
        if (State != MeetingState.Planned)
        {
            return Result.Refused(
                "This meeting has begun: its agenda is its own. The next one has the new agenda."
            );
        }

        var kinds = template.Sections.Select(s => s.Kind).ToList();
        foreach (
            var (item, kind) in items
                .OrderBy(i => i.Section)
                .ThenBy(i => i.Position)
                .Select(i => (i, Sections[i.Section].Kind))
                .ToList()
        )
        {
            var at = kinds.IndexOf(kind);
            item.Section = at >= 0 ? at : kinds.Count - 1;
            item.Position = items.Max(i => i.Position) + 1;
        }

        Sections = template.Sections;
        return Result.Ok();
    }

    /// <summary>
    /// Takes in what a member brings. It stands last in its section. Refused before the agenda is begun, once the meeting is
    /// over, for a section that is not there, beyond <see cref="MostItems"/>, and for what <see cref="AgendaItem"/> refuses.
    /// </summary>
    /// <param name="plan">What it says.</param>
    /// <param name="section">The place of its section; null for issues, or where there are none for data and learning, or the last.</param>
    /// <param name="by">Who submits it.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<AgendaItem> Submit(ItemPlan plan, int? section, Guid by, DateTime now)
    {
        if (State is MeetingState.Ended or MeetingState.Cancelled)
        {
            return Result.Refused<AgendaItem>(
                State == MeetingState.Ended
                    ? "This meeting is over. Submit it for the next one."
                    : "This meeting was called off. Submit it for the next one."
            );
        }

        if (!HasAgenda)
        {
            return Result.Refused<AgendaItem>("The agenda is not begun yet.");
        }

        if (items.Count >= MostItems)
        {
            return Result.Refused<AgendaItem>(
                $"An agenda takes {MostItems} items. Submit it for another meeting, or raise it as an issue."
            );
        }

        var place = section ?? FittingSection();
        if (place < 0 || place >= Sections.Count)
        {
            return Result.Refused<AgendaItem>("Choose a section of the agenda.", "Section");
        }

        var item = AgendaItem.Submit(this, LastItemNumber + 1, plan, by, now);
        if (item.IsOk)
        {
            LastItemNumber++;
            item.Value.Section = place;
            item.Value.Position = NextPosition(place);
            items.Add(item.Value);
        }

        return item;
    }

    /// <summary>
    /// Takes in an item that was parked in an earlier meeting, or that stood on the agenda of one that was called off. It is
    /// a new item that came from the old one; the old one stays in its record. Refused like <see cref="Submit"/>.
    /// </summary>
    public Result<AgendaItem> CarryOver(AgendaItem parked, SectionKind kind, DateTime now)
    {
        var section = Sections.ToList().FindIndex(s => s.Kind == kind);
        return Submit(
            new ItemPlan(
                parked.Title,
                parked.Kind,
                Math.Min(parked.Minutes, Minutes),
                parked.ReadFirst,
                parked.Bring,
                parked.Questions,
                parked.IsInstructional,
                parked.IsAcrossGrades
            ),
            section < 0 ? null : section,
            parked.BroughtById,
            now
        );
    }

    /// <summary>Says who brings an item, where that is not who submitted it. Refused for who does not sit on the team, and once the team has been through it.</summary>
    public Result BringBy(int number, Guid personId, IReadOnlyCollection<Guid> members)
    {
        if (ItemOf(number) is not { State: StopState.Ahead or StopState.Now } item)
        {
            return Result.Refused(NoSuchItem);
        }

        if (item.BroughtById != personId && !members.Contains(personId))
        {
            return Result.Refused(NoMember, "BroughtBy");
        }

        item.BroughtById = personId;
        return Result.Ok();
    }

    /// <summary>Takes an item off the agenda. Refused once the team is at it or has been through it.</summary>
    public Result Withdraw(int number)
    {
        if (ItemOf(number) is not { } item)
        {
            return Result.Refused(NoSuchItem);
        }

        if (item.State != StopState.Ahead)
        {
            return Result.Refused(
                "The team has come to this item; it stays in the record. Park it instead."
            );
        }

        items.Remove(item);
        return Result.Ok();
    }

    /// <summary>Moves an item one place up or down; past the end of its section it goes to the next one.</summary>
    /// <param name="number">The item.</param>
    /// <param name="down">True for down.</param>
    public Result Shift(int number, bool down)
    {
        if (State is MeetingState.Ended or MeetingState.Cancelled)
        {
            return Result.Refused("This meeting is over; its agenda stays as it was.");
        }

        if (ItemOf(number) is not { } item)
        {
            return Result.Refused(NoSuchItem);
        }

        var among = ItemsOf(item.Section).ToList();
        var at = among.IndexOf(item) + (down ? 1 : -1);
        if (at >= 0 && at < among.Count)
        {
            (item.Position, among[at].Position) = (among[at].Position, item.Position);
            return Result.Ok();
        }

        var section = item.Section + (down ? 1 : -1);
        if (section < 0 || section >= Sections.Count)
        {
            return Result.Refused(
                down ? "It is the last item already." : "It is the first item already."
            );
        }

        PutAt(item, section, down ? FirstPosition(section) - 1 : NextPosition(section));
        return Result.Ok();
    }

    /// <summary>Puts an item at the end of a section. Refused for a section that is not there and once the meeting is over.</summary>
    public Result PutInto(int number, int section)
    {
        if (State is MeetingState.Ended or MeetingState.Cancelled)
        {
            return Result.Refused("This meeting is over; its agenda stays as it was.");
        }

        if (ItemOf(number) is not { } item)
        {
            return Result.Refused(NoSuchItem);
        }

        if (section < 0 || section >= Sections.Count)
        {
            return Result.Refused("Choose a section of the agenda.", "Section");
        }

        if (item.Section != section)
        {
            PutAt(item, section, NextPosition(section));
        }

        return Result.Ok();
    }

    /// <summary>Something is written at a section: it stays a stop of its own, and its note in the record.</summary>
    internal void NoteSection(int section) => Replace(section, s => s with { IsNoted = true });

    /// <summary>The items of a section, in order.</summary>
    public IEnumerable<AgendaItem> ItemsOf(int section) =>
        items.Where(i => i.Section == section).OrderBy(i => i.Position).ThenBy(i => i.Number);

    private const string NoSuchItem =
        "This item is not on the agenda any more. Look at the agenda as it is now.";

    private AgendaItem? ItemOf(int number) => items.Find(i => i.Number == number);

    private void PutAt(AgendaItem item, int section, int position)
    {
        (item.Section, item.Position) = (section, position);
        if (item.Number == CurrentItem)
        {
            CurrentSection = section;
        }
    }

    private int NextPosition(int section) => ItemsOf(section).LastOrDefault()?.Position + 1 ?? 0;

    private int FirstPosition(int section) => ItemsOf(section).FirstOrDefault()?.Position ?? 1;

    private int FittingSection()
    {
        var kinds = Sections.Select(s => s.Kind).ToList();
        return kinds.IndexOf(SectionKind.Issues) is >= 0 and var issues ? issues
            : kinds.IndexOf(SectionKind.Learning) is >= 0 and var learning ? learning
            : kinds.Count - 1;
    }

    private void Replace(int section, Func<AgendaSection, AgendaSection> change) =>
        Sections = [.. Sections.Select((s, at) => at == section ? change(s) : s)];
}
