namespace Throughline.Web.Tests.Support;

/// <summary>A page in a state that it can be in, with the demo data as they are.</summary>
/// <param name="Name">What it is called: in test names and of pictures.</param>
/// <param name="Person">Who looks at it: a demo person, or an e-mail; null for nobody signed in.</param>
/// <param name="Path">The address; <c>{id}</c> and the like are filled in from <see cref="ExampleAddresses"/>.</param>
/// <param name="Press">A button to press with the form as it stands, to see what it says to an empty or wrong input.</param>
public sealed record DemoState(string Name, string? Person, string Path, string? Press = null)
{
    public override string ToString() => Name;
}

/// <summary>
/// Every page in every state worth looking at. Axe, pictures, the width of a phone and the count of database commands
/// are tried on each; a page without a state fails a test.
/// </summary>
public static partial class DemoStates
{
    private const string TubmanPrincipal = "gregory.baptiste@riverbend.example";
    private const string NormsKeeper = "eileen.murphy@riverbend.example";
    private const string TubmanMember = "imani.jefferson@riverbend.example";
    private const string HighFacilitator = "rafael.montoya@riverbend.example";
    private const string HighMember = "grace.onyango@riverbend.example";
    private const string HighPrincipal = "lorraine.sandoval@riverbend.example";
    private const string RooseveltPrincipal = "alonzo.pickett@riverbend.example";

    /// <summary>All of them; each area's stand in a file of its own.</summary>
    public static IReadOnlyList<DemoState> All => all.Value;

    // Read late: the order in which the parts of a class are made is not given.
    private static readonly Lazy<IReadOnlyList<DemoState>> all = new(Together);

    private static IReadOnlyList<DemoState> Together() =>
        [
            .. GettingIn,
            .. MyDay,
            .. Units,
            .. Teams,
            .. Founding,
            .. FirstMonth,
            .. Rounds,
            .. Meetings,
            .. Feedback,
            .. Protocols,
            .. Inventory,
            .. Health,
            .. Evidence,
            .. Pulses,
            .. Instruments,
            .. Carried,
            .. Decisions,
            .. Sharing,
            .. StaffNews,
            .. Issues,
            .. Settings,
        ];

    /// <summary>The address with its parameters filled in.</summary>
    public static async Task<string> PathAsync(TestApp app, DemoState state)
    {
        if (!state.Path.Contains('{', StringComparison.Ordinal))
        {
            return state.Path;
        }

        var unit = state.Path.Split('/')[1];
        var page = new PageEndpoint(
            "/{unit}" + state.Path[(unit.Length + 1)..],
            "GET",
            null,
            Shows: true
        );
        return (await ExampleAddresses.OfAsync(app, page, unit, unit))[0].Path;
    }

    /// <summary>Pages that are in no state above.</summary>
    public static async Task<IReadOnlyList<string>> UncoveredAsync(TestApp app)
    {
        var templates = (await PageEndpoints.OfAsync(app.Services))
            .Where(e => e is { Method: "GET", Handler: null })
            .Select(e => e.Template)
            // Leads to sign-in or to my day and shows nothing.
            .Where(t => t != "/")
            .ToList();
        var covered = All.Select(s => s.Path.Split('?')[0])
            .Select(path =>
                templates
                    .Where(t => Matches(t, path))
                    // The address with more words of its own wins, as in routing.
                    .MaxBy(t => t.Split('/').Count(s => !PageEndpoint.IsParameter(s)))
            )
            .ToHashSet(StringComparer.Ordinal);
        return [.. templates.Where(t => !covered.Contains(t))];
    }

    private static bool Matches(string template, string path)
    {
        var words = template.Split('/');
        var parts = path.Split('/');
        return words.Zip(parts).All(p => PageEndpoint.IsParameter(p.First) || p.First == p.Second)
            // The last parameter may be left out: /years is /years/{id} for a new one.
            && (
                words.Length == parts.Length
                || (words.Length == parts.Length + 1 && PageEndpoint.IsParameter(words[^1]))
            );
    }
}
