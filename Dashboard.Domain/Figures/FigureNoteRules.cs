namespace Dashboard.Domain.Figures;

/// <summary>What may be written as a note at a figure.</summary>
public static class FigureNoteRules
{
    /// <summary>Most characters.</summary>
    public const int Longest = 200;

    /// <summary>Days for which a note is shown unless another day is chosen.</summary>
    public const int UsualDays = 90;

    /// <summary>The last day for which a note written on a day may be shown.</summary>
    public static DateOnly LatestExpiry(DateOnly writtenOn) => writtenOn.AddYears(1);

    /// <summary>Refuses an empty note, one too long or about a person, and one that is over before it begins or lasts more than a year.</summary>
    /// <exception cref="BrokenRuleException"><c>note.empty</c>, <c>note.expiry</c>, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public static void Check(FigureNote note)
    {
        if (string.IsNullOrWhiteSpace(note.Text))
        {
            throw new BrokenRuleException("note.empty", "A note says something.");
        }

        FreeText.Check(note.Text, Longest, TextField.FigureNote);
        if (note.ExpiresOn < note.WrittenOn || note.ExpiresOn > LatestExpiry(note.WrittenOn))
        {
            throw new BrokenRuleException(
                "note.expiry",
                $"A note of {note.WrittenOn:yyyy-MM-dd} is shown until that day at least and {LatestExpiry(note.WrittenOn):yyyy-MM-dd} at most.",
                note.WrittenOn, LatestExpiry(note.WrittenOn));
        }
    }
}
