using Dashboard.Data;
using Dashboard.Domain.Returns;

namespace Dashboard.Returns;

/// <summary>Why a return came back, as the log keeps it: the word of a reason, and what was noted about it.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Note">More about it.</param>
public sealed record SentBack(SendBackReason Reason, string? Note)
{
    /// <summary>As one text, <c>unexplained: …</c>.</summary>
    public string Text => string.IsNullOrWhiteSpace(Note) ? Words.Of(Reason) : $"{Words.Of(Reason)}: {Note.Trim()}";

    /// <summary>Reads such a text; null for any other.</summary>
    public static SentBack? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return Words.TryRead(colon < 0 ? text : text[..colon], out SendBackReason reason)
            ? new SentBack(reason, colon < 0 ? null : text[(colon + 1)..].Trim())
            : null;
    }

    /// <summary>A reason as the log keeps it in the reader's words; one that is no such text as it is.</summary>
    public static string WordsOf(string reason) => Read(reason) switch
    {
        { Note: { Length: > 0 } note } known => $"{ReturnTexts.Of(known.Reason)}: {note}",
        { } known => ReturnTexts.Of(known.Reason),
        null => reason,
    };
}
