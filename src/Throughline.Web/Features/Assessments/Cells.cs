using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;

namespace Throughline.Web.Features.Assessments;

/// <summary>What one cell of the form sends.</summary>
public sealed class CellInput
{
    /// <summary>The value of a radio for “I have not seen enough to say”.</summary>
    public const string NotSeen = "not-seen";

    /// <summary>“answer” or “note”, when the cell saves itself.</summary>
    public string? Part { get; set; }

    /// <summary>A level's value, <see cref="NotSeen"/>, or empty to take the answer back; null when the form said nothing.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    [System.ComponentModel.DataAnnotations.DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Answer { get; set; }
    public int AnswerVersion { get; set; }
    public string? Note { get; set; }

    /// <summary>True when the form has a note field, be it empty.</summary>
    public bool HasNote { get; set; }
    public bool Share { get; set; }
    public int NoteVersion { get; set; }

    /// <summary>Sets what the cell says on the sheet: its answer or its note, whichever saves itself.</summary>
    public CellSaving SavePart(AnswerSheet sheet, string item, DateOnly today, DateTime now) =>
        Part == "note" ? SaveNote(sheet, item, today, now) : SaveAnswer(sheet, item, today, now);

    /// <summary>Sets answer and note, as far as the form has them.</summary>
    public IEnumerable<CellSaving> SaveAll(
        AnswerSheet sheet,
        string item,
        DateOnly today,
        DateTime now
    )
    {
        if (Answer is not null)
        {
            yield return SaveAnswer(sheet, item, today, now);
        }

        if (HasNote)
        {
            yield return SaveNote(sheet, item, today, now);
        }
    }

    /// <summary>The answer, or null for what is none.</summary>
    public Answer? ReadAnswer() =>
        Answer switch
        {
            null => null,
            "" => Domain.Assessments.Answer.None,
            NotSeen => Domain.Assessments.Answer.NotSeenEnough,
            _ => int.TryParse(
                Answer,
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out var level
            )
                ? Domain.Assessments.Answer.At(level)
                : null,
        };

    private CellSaving SaveAnswer(AnswerSheet sheet, string item, DateOnly today, DateTime now) =>
        ReadAnswer() is { } answer
            ? CellSaving.Of(sheet.Set(item, answer, AnswerVersion, today, now))
            : new CellSaving(SavingKind.Refused, new Refusal("Choose one of the levels."));

    private CellSaving SaveNote(AnswerSheet sheet, string item, DateOnly today, DateTime now) =>
        CellSaving.Of(sheet.SetNote(item, Note, Share, NoteVersion, today, now));
}

/// <summary>What came of one cell, answer or note alike.</summary>
public sealed record CellSaving(SavingKind Kind, Refusal? Refusal)
{
    public bool IsOk => Kind is SavingKind.Saved or SavingKind.Unchanged;

    public static CellSaving Of<T>(Saving<T> saving)
        where T : struct => new(saving.Kind, saving.Refusal);
}

/// <summary>What is stored for one item, as the script reads it.</summary>
public sealed record CellState(
    string Item,
    string Answer,
    int AnswerVersion,
    string Note,
    bool Share,
    int NoteVersion
)
{
    public static CellState Of(AnswerSheet sheet, string item)
    {
        var (answer, answerVersion) = sheet.AnswerTo(item);
        var (note, noteVersion) = sheet.NoteTo(item);
        return new CellState(
            item,
            answer.NotSeen
                ? CellInput.NotSeen
                : answer.Level?.ToString(CultureInfo.InvariantCulture) ?? "",
            answerVersion,
            note.Text ?? "",
            note.ShareWithTeam,
            noteVersion
        );
    }
}

/// <summary>The answer to a cell that saved itself: 200 saved, 409 another device was first, 422 refused.</summary>
public sealed record SavedCell(CellSaving Saving, CellState Stored, Progress Progress)
{
    public JsonResult AsJson() =>
        new(
            new
            {
                kind = Saving.Kind.ToString().ToLowerInvariant(),
                message = Saving.Refusal?.Message,
                stored = Stored,
                progress = Progress.ToString(),
                answered = Progress.Answered,
            }
        )
        {
            StatusCode = Saving.Kind switch
            {
                SavingKind.Conflict => StatusCodes.Status409Conflict,
                SavingKind.Refused => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status200OK,
            },
        };
}
