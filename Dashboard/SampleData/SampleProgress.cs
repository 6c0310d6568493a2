using Dashboard.Domain.Returns;

namespace Dashboard.SampleData;

/// <summary>Where the returns of a committee and its units stand for the latest quarter; the units not counted are approved.</summary>
/// <param name="Own">The committee's own return.</param>
/// <param name="Submitted">Units that wait for the reviewer.</param>
/// <param name="SentBack">Units whose return was sent back.</param>
/// <param name="Draft">Units with a draft.</param>
/// <param name="NotStarted">Units that have not begun.</param>
/// <param name="StillOwed">Those of them that owe the quarter before as well.</param>
internal sealed record SampleProgress(ReturnState Own, int Submitted = 0, int SentBack = 0, int Draft = 0, int NotStarted = 0, int StillOwed = 0)
{
    /// <summary>Units without a return that counts; they are the last of the list, and the smallest.</summary>
    public int Missing => SentBack + Draft + NotStarted;

    /// <summary>State of unit <paramref name="position"/> of <paramref name="units"/>.</summary>
    public ReturnState Of(int position, int units) => (units - 1 - position) switch
    {
        var last when last < NotStarted => ReturnState.NotStarted,
        var last when last < NotStarted + Draft => ReturnState.Draft,
        var last when last < Missing => ReturnState.SentBack,
        var last when last < Missing + Submitted => ReturnState.Submitted,
        _ => ReturnState.Approved,
    };
}
