using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Meetings;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>A protocol that a team can use: built in, or its own.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="Protocol">What it says.</param>
/// <param name="Source">Where it comes from; null for a team's own.</param>
/// <param name="Own">The team's own; null for one that is built in.</param>
public sealed record UsableProtocol(
    string Slug,
    Protocol Protocol,
    ProtocolSource? Source,
    TeamProtocol? Own
);

/// <summary>Finds protocols, and puts one at an item of an agenda.</summary>
public sealed class ProtocolDesk(ThroughlineDb db, Here here, ProtocolCatalog catalog)
{
    /// <summary>Where protocols are listed.</summary>
    public string List => $"/{here.Unit.Slug}/meetings/protocols";

    /// <summary>Where a protocol at an item is used.</summary>
    public string PathOf(int meeting, int item) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/{here.Unit.Slug}/meetings/{meeting}/items/{item}/protocol"
        );

    /// <summary>The built-in ones, and the team's own after them.</summary>
    public async Task<IReadOnlyList<UsableProtocol>> AllAsync(CancellationToken cancel) =>
        [
            .. catalog.Ready.Select(Usable),
            .. (
                await Own()
                    .OrderBy(p => p.Title)
                    .ThenBy(p => p.Id)
                    .AsNoTracking()
                    .ToListAsync(cancel)
            ).Select(Usable),
        ];

    /// <summary>The protocol of an address; null when there is none.</summary>
    public async Task<UsableProtocol?> FindAsync(string? slug, CancellationToken cancel) =>
        catalog.Find(slug) is { } ready ? Usable(ready)
        : await Own().SingleOrDefaultAsync(p => p.Slug == slug, cancel) is { } own ? Usable(own)
        : null;

    /// <summary>Addresses that are taken here, and how many protocols the team has of its own.</summary>
    public async Task<(IReadOnlyCollection<string> Taken, int Own)> TakenAsync(
        CancellationToken cancel
    )
    {
        var own = await Own().Select(p => p.Slug).ToListAsync(cancel);
        return ([.. catalog.Ready.Select(p => p.Slug), .. own], own.Count);
    }

    /// <summary>The protocol at an item, to be acted on; null for none.</summary>
    public Task<ProtocolRun?> RunOfAsync(Guid itemId, CancellationToken cancel) =>
        db.Set<ProtocolRun>().SingleOrDefaultAsync(r => r.ItemId == itemId, cancel);

    /// <summary>What an item can be gone through with.</summary>
    /// <param name="run">What it is gone through with now; it may have been removed from the list since.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(
        ProtocolRun? run,
        CancellationToken cancel
    )
    {
        var (builtIn, own) = (
            new SelectListGroup { Name = "Built in" },
            new SelectListGroup { Name = "The team’s own" }
        );
        var all = (await AllAsync(cancel))
            .Select(p => new SelectListItem(
                $"{p.Protocol.Title}, {MeetingWords.Minutes(p.Protocol.Minutes)}",
                p.Slug
            )
            {
                Group = p.Own is null ? builtIn : own,
            })
            .ToList();
        if (run is not null && all.TrueForAll(p => p.Value != run.Slug))
        {
            all.Add(new SelectListItem(run.Title, run.Slug) { Group = own });
        }

        return [new SelectListItem("None: the team just talks", ""), .. all];
    }

    /// <summary>
    /// Puts a protocol at an item, another one in its place, or takes it off. The same one again changes nothing: the steps
    /// stay those that were chosen. Nothing is saved.
    /// </summary>
    public async Task<Result> PutAsync(
        AgendaItem item,
        ProtocolRun? run,
        string? slug,
        CancellationToken cancel
    )
    {
        if ((run?.Slug ?? "") == (slug ?? ""))
        {
            return Result.Ok();
        }

        if (string.IsNullOrEmpty(slug))
        {
            var off = run!.TakeOff();
            if (off.IsOk)
            {
                db.Remove(run);
            }

            return off;
        }

        if (await FindAsync(slug, cancel) is not { } chosen)
        {
            return Result.Refused(
                "This protocol is not there any more. Choose another one.",
                "Protocol"
            );
        }

        if (run is not null)
        {
            return run.Exchange(slug, chosen.Protocol);
        }

        var made = ProtocolRun.Choose(item, slug, chosen.Protocol, here.Now);
        if (made.IsOk)
        {
            db.Add(made.Value);
        }

        return made.IsOk ? Result.Ok() : made.Refusal!;
    }

    private IQueryable<TeamProtocol> Own() =>
        db.Set<TeamProtocol>().Where(p => p.UnitId == here.Unit.Id);

    private static UsableProtocol Usable(ReadyProtocol ready) =>
        new(ready.Slug, ready.Protocol, ready.Source, null);

    private static UsableProtocol Usable(TeamProtocol own) => new(own.Slug, own.Words, null, own);
}
