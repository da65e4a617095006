using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work;

/// <summary>One rock: its time, its milestones, and whether it is on track.</summary>
[Needs(Permission.SeeCarried)]
public sealed class RockModel(ThroughlineDb db, Here here, Rocks rocks, Origins origins)
    : CarriedPage<Rock>(db, here)
{
    [BindProperty]
    public RockUpdate Rock { get; set; } = new();

    public RockGlance Glance { get; private set; } = null!;

    public RockTime Time { get; private set; } = null!;

    public override string Called => "rock";

    public override ThingKind Kind => ThingKind.Rock;

    public override string Changes => "Change what, why or who";

    public override string Path => rocks.PathOf(Number);

    public override IReadOnlyList<(WorkStatus To, string Says)> Moves =>
        View.Status switch
        {
            WorkStatus.UnderWay => [(WorkStatus.Done, "It is done")],
            WorkStatus.Done => [(WorkStatus.UnderWay, "Not done yet: open it again")],
            WorkStatus.Dropped => [(WorkStatus.UnderWay, "Take it up again")],
            _ => throw new InvalidOperationException($"A rock is never {View.Status}."),
        };

    protected override bool IsInTrouble => View.IsOpen && Glance.OnTrack == false;

    [Needs(Permission.UpdateCarried)]
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        // Asked at a meeting, the answer belongs to it.
        var meeting = await origins.MeetingOfAsync(Rock.From, cancel);
        return await DoAsync(
            rock => rock.Check(Rock.OnTrack, Rock.Words, meeting, Here.Viewer.PersonId, Here.Now),
            rock => $"Rock {rock.Number} is {(rock.OnTrack == true ? "on" : "off")} track.",
            cancel
        );
    }

    [Needs(Permission.ChangeWork)]
    public Task<IActionResult> OnPostExtendAsync(CancellationToken cancel) =>
        DoAsync(
            rock => rock.Extend(Rock.Until, Rock.Why, Here.Viewer.PersonId, Here.Now),
            rock => $"Rock {rock.Number} has time until {Ui.Days.Full(rock.DueOn)}.",
            cancel
        );

    [Needs(Permission.UpdateCarried)]
    public Task<IActionResult> OnPostMilestoneAsync(CancellationToken cancel) =>
        DoAsync(
            rock => rock.AddMilestone(Rock.Title, Rock.On, Here.Now),
            _ => "The milestone is added.",
            cancel
        );

    [Needs(Permission.UpdateCarried)]
    public Task<IActionResult> OnPostReachAsync(CancellationToken cancel) =>
        DoAsync(
            rock => rock.Reach(Rock.Milestone.GetValueOrDefault(), Rock.Reached, Here.Now),
            _ => Rock.Reached ? "The milestone is reached." : "The milestone is open again.",
            cancel
        );

    [Needs(Permission.UpdateCarried)]
    public Task<IActionResult> OnPostTakeOffAsync(CancellationToken cancel) =>
        DoAsync(
            rock => rock.TakeOff(Rock.Milestone.GetValueOrDefault()),
            _ => "The milestone is taken off.",
            cancel
        );

    protected override string FieldsOf(Refusal refusal) =>
        refusal.Field is "Reason" or "Text" ? nameof(Input) : nameof(Rock);

    protected override Task<Rock?> FindAsync(CancellationToken cancel) =>
        rocks.FindAsync(Number, cancel);

    protected override async Task<CarriedView?> LoadAsync(Guid? before, CancellationToken cancel)
    {
        var view = await CarriedView.LoadAsync(
            Db,
            rocks.At(Number),
            Db.Set<RockNote>(),
            RockWords.Did,
            before,
            cancel
        );
        if (view is not null)
        {
            Glance = await rocks
                .At(Number)
                .Select(r => new RockGlance(
                    r.StartsOn,
                    r.OnTrack,
                    r.CheckedAt,
                    r.Milestones.OrderBy(m => m.DueOn).ThenBy(m => m.Id).ToList()
                ))
                .AsNoTracking()
                .SingleAsync(cancel);
            var calendar = await SchoolCalendars.LoadAsync(Db, Here.Unit, cancel);
            Time = RockTime.On(Glance.StartsOn, view.DueOn, Here.Today, calendar);
        }

        return view;
    }
}

/// <summary>What only a rock has.</summary>
public sealed record RockGlance(
    DateOnly StartsOn,
    bool? OnTrack,
    DateTime? CheckedAt,
    IReadOnlyList<RockMilestone> Milestones
);

/// <summary>What is said of a rock, one part at a time.</summary>
public sealed class RockUpdate
{
    /// <summary>The meeting at which it is asked, if it is.</summary>
    public string? From { get; set; }
    public bool? OnTrack { get; set; }
    public string? Words { get; set; }
    public DateOnly? Until { get; set; }
    public string? Why { get; set; }
    public string? Title { get; set; }
    public DateOnly? On { get; set; }
    public Guid? Milestone { get; set; }
    public bool Reached { get; set; }
}
