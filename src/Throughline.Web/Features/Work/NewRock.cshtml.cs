using Microsoft.AspNetCore.Mvc;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Features.Meetings.Health;

namespace Throughline.Web.Features.Work;

/// <summary>Begins a rock, from nothing, out of another thing, or like one that other teams have done.</summary>
[Needs(Permission.ChangeWork)]
public sealed class NewRockModel(
    ThroughlineDb db,
    Owners owners,
    Origins origins,
    Here here,
    Rocks rocks,
    HealthDesk health
) : NewWorkPage<Rock>(db, owners, origins)
{
    /// <summary>The key of a rock that others have done, to begin with.</summary>
    [BindProperty(SupportsGet = true, Name = "like")]
    public string? Like { get; set; }

    /// <summary>The figure of the team's health that it is begun because of.</summary>
    [BindProperty(SupportsGet = true, Name = "figure")]
    public string? Figure { get; set; }

    public override WorkFormWords Says => WorkFormWords.NewRock;

    public override string Saves => "Begin the rock";

    protected override string Added => "The rock has begun. It stands in its owner’s day.";

    protected override string List => $"/{here.Unit.Slug}/work/rocks";

    protected override string PathOf(int number) => rocks.PathOf(number);

    protected override Task<Result<Rock>> AddAsync(
        Guid? meetingId,
        Func<Rock, Task<Result>> with,
        CancellationToken cancel
    ) =>
        rocks.AddAsync(
            Input,
            async rock =>
                health.TakeUp(rock, Figure) is { IsOk: false } refused ? refused : await with(rock),
            cancel
        );

    protected override async Task BeginAsync(CancellationToken cancel)
    {
        if (await health.BeginAsync(Figure, cancel) is { } figure)
        {
            (Input.Title, Input.Why) = (HealthWords.Rock(figure.Kind), figure.About);
        }

        if (StarterRock.All.FirstOrDefault(r => r.Key == Like) is { } starter)
        {
            Input.Title = starter.Title;
            Input.Why = starter.Why;
            Input.Milestones = string.Join('\n', starter.Milestones);
        }
    }
}
