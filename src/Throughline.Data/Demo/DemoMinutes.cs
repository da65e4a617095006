using Throughline.Domain.Meetings;

namespace Throughline.Data.Demo;

/// <summary>What the demo's teams bring to their meetings and what was written down there.</summary>
internal static class DemoMinutes
{
    public static readonly (string Title, ItemKind Kind, int Minutes, string? ReadFirst)[] Items =
    [
        (
            "Writing from two sources, grades 3 to 5",
            ItemKind.Discuss,
            15,
            "The October prompt and six samples without names, in the shared folder."
        ),
        ("When do we co-plan with the multilingual teachers?", ItemKind.Decide, 10, null),
        ("Pacing of the new math unit", ItemKind.Discuss, 10, "Unit map, page 3"),
        ("Walk-through schedule for the winter", ItemKind.Inform, 5, null),
        (
            "One way of annotating texts in all grades",
            ItemKind.Decide,
            12,
            "The two-page summary from the literacy coach"
        ),
        (
            "What the reading screener says about grade 2",
            ItemKind.Discuss,
            15,
            "Screener summary by class, groups below ten left out"
        ),
        ("Sharing the plan for family conferences", ItemKind.Inform, 5, null),
        ("Oral language routines in specials", ItemKind.Discuss, 8, null),
    ];

    public static readonly string[] Learning =
    [
        "We sorted samples by claim and evidence. Most claims are there; evidence drops where the prompt has two texts.\nNext: a two-text prompt in each grade before winter.",
        "Looked at the screener by class. Fluency is on course, vocabulary is not. Grade 2 tries word walls with pictures.",
        "Practised the feedback protocol in pairs. What helped: naming one thing that was seen.",
        "Compared the new unit with the standards. Lessons 4 and 7 overlap; grade 5 drops lesson 7.",
    ];

    public static readonly string[] Said =
    [
        "Three grades can start now, kindergarten needs an oral version. Come back in two meetings.",
        "Agreed to try it for four weeks and look at samples together.",
        "Nobody against. The schedule goes out with the weekly mail.",
        "More time is needed. Parked the part about materials.",
    ];

    public static readonly string[] Feedback =
    [
        "Plus: started on time, everyone spoke. Delta: send samples a day earlier.",
        "Plus: clear decisions. Delta: data part was too long.",
        "Plus: two teachers raised items. Delta: end with who tells whom.",
    ];
}
