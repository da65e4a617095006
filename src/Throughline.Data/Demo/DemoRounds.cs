namespace Throughline.Data.Demo;

/// <summary>Where a round of the demo is found.</summary>
/// <param name="Unit">The unit's slug.</param>
/// <param name="Number">The round's number there.</param>
public sealed record DemoRoundAddress(string Unit, int Number);

/// <summary>The rounds of the demo by the state they are in, whenever the demo is made.</summary>
public static class DemoRounds
{
    /// <summary>Closed last year; one item has too few levels to show figures.</summary>
    public static readonly DemoRoundAddress ClosedLastYear = new(DemoDistrict.Lincoln, 1);

    /// <summary>The ILT Continuum, closed early this year, with shared notes.</summary>
    public static readonly DemoRoundAddress ClosedContinuum = new(DemoDistrict.Lincoln, 2);

    /// <summary>Open again after it was closed; its earlier results are still shown. Version 1 of the district's own instrument.</summary>
    public static readonly DemoRoundAddress Reopened = new(DemoDistrict.Lincoln, 3);

    /// <summary>
    /// Open: <c>member@</c> has 12 of 19, <c>facilitator@</c> has finished, <c>principal@</c> has not begun. Four of the
    /// district's ILT look from outside, and two reviewers: <c>reviewer@</c> has begun, the other's access has ended.
    /// </summary>
    public static readonly DemoRoundAddress Open = new(DemoDistrict.Lincoln, 4);

    /// <summary>Open since yesterday without any answer. Version 2 of the district's own instrument.</summary>
    public static readonly DemoRoundAddress Fresh = new(DemoDistrict.Lincoln, 5);

    /// <summary>Set up; its first day is still to come.</summary>
    public static readonly DemoRoundAddress Upcoming = new(DemoDistrict.Lincoln, 6);

    /// <summary>Closed: the team and four from the district, who see it differently. Last year's round has the same instrument.</summary>
    public static readonly DemoRoundAddress TwoPerspectives = new(DemoDistrict.Lincoln, 7);

    /// <summary>Closed: the marks of effective teams, and those of least effective ones, of which a high value is no strength.</summary>
    public static readonly DemoRoundAddress ClosedMarks = new(DemoDistrict.Lincoln, 8);

    /// <summary>Questions answered in words, closed.</summary>
    public static readonly DemoRoundAddress ClosedReflection = new(DemoDistrict.Tubman, 1);

    /// <summary>Its last day is over and nobody has closed it; one answer came late.</summary>
    public static readonly DemoRoundAddress PastLastDay = new(DemoDistrict.Tubman, 2);

    /// <summary>Closed: four from the district were asked and two answered, too few to compare.</summary>
    public static readonly DemoRoundAddress OutsideTooFew = new(DemoDistrict.Tubman, 3);

    /// <summary>Closed twice; the earlier result stays because too few changed something. Its team is large enough to be split by group.</summary>
    public static readonly DemoRoundAddress EarlierResultStays = new(DemoDistrict.High, 1);

    /// <summary>Closed with two answers, too few to show any.</summary>
    public static readonly DemoRoundAddress TooFewAnswers = new(DemoDistrict.Roosevelt, 1);

    /// <summary>The principal's reflection, open for the principal alone.</summary>
    public static readonly DemoRoundAddress OwnReflection = new(DemoDistrict.Roosevelt, 2);

    /// <summary>The district's ILT about itself and three schools about it, open.</summary>
    public static readonly DemoRoundAddress OpenDistrict = new(DemoDistrict.District, 2);

    /// <summary>The district's ILT about itself, and leaders and members of schools about it, closed. Their side is split by group.</summary>
    public static readonly DemoRoundAddress ClosedDistrict = new(DemoDistrict.District, 1);

    /// <summary>Open in the other district: Riverbend's people must not find it.</summary>
    public static readonly DemoRoundAddress InOtherDistrict = new(DemoDistrict.OtherSchool, 1);
}
