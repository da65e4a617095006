using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;

namespace Throughline.Data.Demo;

/// <summary>
/// The instruments the demo's districts have: the built-in ones, and a few that Riverbend loaded itself, of each kind and
/// one in two versions.
/// </summary>
internal sealed class DemoInstruments(ThroughlineDb db, InstrumentCatalog catalog, Guid districtId)
{
    private readonly Dictionary<(string Key, int Version), (InstrumentVersion, Instrument)> added =
    [];

    public (InstrumentVersion Kept, Instrument Read) this[string key, int version = 1] =>
        added[(key, version)];

    public void AddBuiltIn(DateTime at)
    {
        foreach (var instrument in catalog.BuiltIn)
        {
            Add(instrument, InstrumentOrigin.BuiltIn, at);
        }
    }

    public void AddOwn(string document, DateTime at) =>
        Add(InstrumentReader.Read(document).Instrument!, InstrumentOrigin.Uploaded, at);

    private void Add(Instrument instrument, InstrumentOrigin origin, DateTime at)
    {
        var sameKey = added.Where(a => a.Key.Key == instrument.Key).Select(a => a.Value.Item1);
        var version = InstrumentVersion
            .Add(districtId, instrument, origin, [.. sameKey], at)
            .Value.Version;
        added.Add((instrument.Key, instrument.Version), (version, instrument));
        db.Add(version);
    }

    /// <summary>The district's own look at its meetings: a rating scale of six statements.</summary>
    public const string MeetingCheckOne = """
        {
          "format": 1,
          "key": "riverbend-meeting-check",
          "version": 1,
          "title": "Riverbend meeting check",
          "kind": "ratingScale",
          "audience": "team",
          "introduction": "Six statements about your last four meetings. Rate alone; it takes three minutes.",
          "source": { "ours": "Written by Riverbend’s principals and coaches." },
          "scale": {
            "levels": [
              { "value": 0, "label": "Never", "meaning": "In none of the last four meetings." },
              { "value": 1, "label": "Once or twice", "meaning": "In one or two of them." },
              { "value": 2, "label": "Mostly", "meaning": "In three of them." },
              { "value": 3, "label": "Every time", "meaning": "In all four." }
            ]
          },
          "parts": [
            {
              "key": "time",
              "title": "Time",
              "items": [
                { "key": "starts-on-time", "text": "We started and ended at the time we had agreed." },
                { "key": "on-instruction", "text": "Most of our minutes went to teaching and learning." }
              ]
            },
            {
              "key": "voices",
              "title": "Voices",
              "items": [
                { "key": "all-spoke", "text": "Everyone at the table spoke." },
                { "key": "teams-heard", "text": "We heard what our instructional teams had asked us to raise." }
              ]
            },
            {
              "key": "follow-up",
              "title": "Follow-up",
              "items": [
                { "key": "owner-and-day", "text": "Each to-do left the room with one owner and a day." },
                { "key": "looked-back", "text": "We looked at what became of the last to-dos before we made new ones." }
              ]
            }
          ]
        }
        """;

    /// <summary>Its second version: one statement clearer, one more.</summary>
    public static string MeetingCheckTwo { get; } =
        MeetingCheckOne
            .Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)
            .Replace("Six statements", "Seven statements", StringComparison.Ordinal)
            .Replace(
                "Everyone at the table spoke.",
                "Everyone at the table spoke, and nobody spoke for more than a quarter of the time.",
                StringComparison.Ordinal
            )
            .Replace(
                "\"text\": \"We heard what our instructional teams had asked us to raise.\" }",
                """
                "text": "We heard what our instructional teams had asked us to raise." },
                { "key": "message-agreed", "text": "Before we left we agreed in one sentence what our teams would be told." }
                """,
                StringComparison.Ordinal
            );

    /// <summary>Questions answered in words.</summary>
    public const string TermReflection = """
        {
          "format": 1,
          "key": "riverbend-term-reflection",
          "version": 1,
          "title": "Reflection at the end of a term",
          "kind": "reflection",
          "audience": "team",
          "introduction": "Three questions to answer in a few lines each. What you share is shown without names.",
          "source": { "ours": "Written by Riverbend’s coaches." },
          "parts": [
            {
              "key": "term",
              "title": "This term",
              "items": [
                { "key": "changed", "text": "What is different in classrooms because of something this team did?" },
                { "key": "harder", "text": "What turned out harder than we thought, and what did we learn from it?" },
                { "key": "next", "text": "What should this team stop, start or keep next term?" }
              ]
            }
          ]
        }
        """;

    /// <summary>A checklist nobody has used yet.</summary>
    public const string VisitChecklist = """
        {
          "format": 1,
          "key": "riverbend-visit-checklist",
          "version": 1,
          "title": "Ready for a learning walk?",
          "kind": "checklist",
          "audience": "school",
          "introduction": "To go through in the week before a learning walk.",
          "source": { "ours": "Written by Riverbend’s coaches." },
          "scale": {
            "levels": [
              { "value": 0, "label": "Not yet", "meaning": "Still to do." },
              { "value": 1, "label": "Partly", "meaning": "Begun, or done for some classrooms." },
              { "value": 2, "label": "Done", "meaning": "Nothing is left to do." }
            ]
          },
          "parts": [
            {
              "key": "before",
              "title": "Before the walk",
              "items": [
                { "key": "focus", "text": "The focus of the walk is one sentence that every teacher has read." },
                { "key": "rooms", "text": "The list of classrooms includes multilingual and special education settings." },
                { "key": "agreement", "text": "Teachers know that nothing they are seen doing is used to evaluate them." },
                { "key": "debrief", "text": "Time for the debrief is reserved on the same day." }
              ]
            }
          ]
        }
        """;
}
