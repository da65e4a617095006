using Throughline.Domain.Meetings;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Meetings.Gatherings;

namespace Throughline.Domain.Tests.Meetings;

public class FeedbackThemeTests
{
    private static readonly DateTime Later = Start.AddDays(2);

    [Fact]
    public void A_theme_waits_for_an_answer_and_a_change_can_stand_by_itself()
    {
        var theme = Note("Samples come late", null).Value;
        (theme.State, theme.Answer, theme.EndedAt).ShouldBe((ThemeState.Open, null, null));

        var change = Note(null, "Announcements go by mail.").Value;
        (change.Words, change.State, change.EndedAt).ShouldBe((null, ThemeState.Changed, Start));
        Note(" ", " ").Refusal.ShouldSay("Words", "Write the theme in a short line");
        Note(new string('x', 201), null).Refusal.ShouldSay("Words", "Shorten the theme to 200");
    }

    [Fact]
    public void A_theme_is_answered_or_set_aside_with_a_word_why()
    {
        var theme = Note("A break at the half", null).Value;

        Write(theme, ThemeState.SetAside, null).ShouldSay("Answer", "Say in a word why");
        Write(theme, ThemeState.Changed, " ").ShouldSay("Answer", "Say in a line what");
        Write(theme, ThemeState.Open, "We try it.").ShouldSay("State", "Choose what became of it");
        Write(theme, null, "We try it.").ShouldSay("State", "Choose what became of it");
        theme.State.ShouldBe(ThemeState.Open);

        Write(theme, ThemeState.SetAside, "Most would rather end on time.").ShouldBeNull();
        (theme.State, theme.EndedAt).ShouldBe((ThemeState.SetAside, Later));
    }

    [Fact]
    public void A_word_put_right_later_does_not_open_another_meeting_with_it()
    {
        var theme = Note("Samples come late", "They go out two days before.").Value;

        Write(theme, ThemeState.Changed, "They go out two school days before.").ShouldBeNull();
        (theme.Answer, theme.EndedAt).ShouldBe(("They go out two school days before.", Start));
        Write(theme, ThemeState.SetAside, "It did not hold.").ShouldBeNull();
        theme.EndedAt.ShouldBe(Later);
        Write(theme, ThemeState.Open, null).ShouldBeNull();
        theme.EndedAt.ShouldBeNull();
    }

    [Fact]
    public void What_is_written_anew_keeps_how_it_stood_and_an_answer_takes_nothing_away()
    {
        var theme = Note("Samples come late", null).Value;
        Write(theme, ThemeState.Changed, "Two days before.").ShouldBeNull();
        theme.Earlier.ShouldBeEmpty();

        theme
            .Write("Samples came late", ThemeState.Changed, "Two days before.", Ben, Later)
            .IsOk.ShouldBeTrue();
        Write(theme, ThemeState.SetAside, "It did not hold.").ShouldBeNull();
        theme.Earlier.ShouldBe([
            new("Samples come late", ThemeState.Changed, "Two days before.", Ben, Later),
            new("Samples came late", ThemeState.Changed, "Two days before.", Ben, Later),
        ]);
        Write(theme, ThemeState.SetAside, "It did not hold.").ShouldBeNull();
        theme.Earlier.Count.ShouldBe(2, "nothing was different");
    }

    private static Throughline.Domain.Shared.Result<FeedbackTheme> Note(
        string? words,
        string? changed
    ) => FeedbackTheme.Note(Planned(), 1, words, changed, Ana, Start);

    private static Throughline.Domain.Shared.Refusal? Write(
        FeedbackTheme theme,
        ThemeState? state,
        string? answer
    ) => theme.Write(theme.Words, state, answer, Ben, Later).Refusal;
}
