using Microsoft.AspNetCore.Builder;
using Throughline.Bench.Load;

namespace Throughline.Bench.Measures;

/// <summary>A post that is measured. Product and floor have people of their own: both write in the same database.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="OnProduct">Who posts to the product, by connection; the same ones in every turn.</param>
/// <param name="OnFloor">Who posts to the floor.</param>
internal sealed record MeasuredPost(
    string Name,
    Func<int, ILoadUser> OnProduct,
    Func<int, ILoadUser> OnFloor
)
{
    public static async Task<IReadOnlyList<MeasuredPost>> OfAsync(
        Setting setting,
        WebApplication program,
        BenchPeople people
    )
    {
        var (items, stored) = await PagesMeasure.StoredAsync(program, people);
        var rooms = await BenchRoom.AllAsync(program, people: 1);
        var (connections, due) = (
            setting.Connections,
            DateOnly.FromDateTime(Clock.Now).AddDays(14)
        );
        MeasuredPost[] none = [];
        // They know which version they saw last, so a person or a room belongs to one connection of one server.
        ILoadUser[] Raters(int server) =>
            [
                .. Enumerable
                    .Range(0, connections)
                    .Select(n => new RatingUser(
                        [.. Mine(people.Members, n, server)],
                        items,
                        stored
                    )),
            ];
        ILoadUser[] Writers(int server) =>
            [
                .. Enumerable
                    .Range(0, connections)
                    .Select(n => new NoteUser([.. Mine(rooms, n, server)])),
            ];
        IEnumerable<T> Mine<T>(IEnumerable<T> all, int connection, int server) =>
            all.Where((_, place) => place % (connections * 2) == (connection * 2) + server);
        MeasuredPost Same(string name, Func<ILoadUser> user) => new(name, _ => user(), _ => user());
        MeasuredPost Apart(string name, Func<int, ILoadUser[]> users)
        {
            var (ours, floors) = (users(0), users(1));
            return new(name, n => ours[n], n => floors[n]);
        }

        // On the small data set there are too few to give each connection some of its own.
        bool IsEnough(int all) => all >= connections * 2;
        return
        [
            .. IsEnough(people.Members.Count) ? [Apart("save a rating", Raters)] : none,
            Same("add an action step", () => new CarriedUser("actions", people.Members, due)),
            Same("add a to-do", () => new CarriedUser("todos", people.Members, due)),
            .. IsEnough(rooms.Count) ? [Apart("save a note", Writers)] : none,
        ];
    }
}
