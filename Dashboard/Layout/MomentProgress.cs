using Dashboard.Live;
using Microsoft.Extensions.Localization;

namespace Dashboard.Layout;

/// <summary>What a page is told that waits until the log has been read.</summary>
/// <param name="Read">Entries that have been read.</param>
/// <param name="Of">Entries up to the moment.</param>
/// <param name="Text">The same in words.</param>
/// <param name="IsOver">Whether there is nothing left to wait for.</param>
internal sealed record MomentProgress(long Read, long Of, string Text, bool IsOver);

/// <summary>How far reading is, in the reader's language.</summary>
internal static class MomentWords
{
    /// <summary>“đã đọc 420.000 / 1.000.000 mục”.</summary>
    public static string Of(this IStringLocalizer<ShellTexts> texts, MomentReading reading) =>
        texts["AsOf.Read", Numerals.Whole(Math.Min(reading.Read, reading.Of)), Numerals.Whole(reading.Of)];
}
