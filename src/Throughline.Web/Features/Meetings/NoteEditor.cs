namespace Throughline.Web.Features.Meetings;

/// <summary>Where a part's notes are written.</summary>
/// <param name="At">The address of the meeting.</param>
/// <param name="Key">The part: “s3”, “i5”.</param>
/// <param name="Title">What the part is called.</param>
/// <param name="Note">What is written; null for nothing.</param>
public sealed record NoteEditor(string At, string Key, string Title, NoteAt? Note);
