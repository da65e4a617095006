namespace Throughline.Data.Demo;

/// <summary>People from outside Riverbend who look at Lincoln's ILT for a time: one who still may, and one whose access has ended.</summary>
internal static class DemoReviewers
{
    public const string Present = "Ingrid Solberg";
    public const string Ended = "Patricia Hollis";

    public static void Add(DemoPeople people, DemoTime time)
    {
        var invited = time.WeekdayAgo(4);
        people.AddReviewer(Present, DemoDistrict.Email("reviewer"), invited, time.WeekdayAhead(16));
        people.AddReviewer(Ended, DemoDistrict.EndedReviewer, invited, time.Today.AddDays(-1));
    }
}
