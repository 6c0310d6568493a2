using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>What a screen on the wall shows of a change: one number step by step, and some others from what to what.</summary>
/// <param name="Span">Between which moments.</param>
/// <param name="Chosen">The number shown step by step: <see cref="SinceChange.Start"/>, <see cref="SinceChange.Steps"/>, <see cref="SinceChange.End"/>.</param>
/// <param name="Others">Numbers shown from what to what, with their differences.</param>
/// <param name="Deadlines">Deadlines that passed.</param>
public sealed record SinceScene(SinceSpan Span, SinceChange Chosen, ValueList<SinceChange> Others, SinceDeadlines Deadlines)
{
    /// <summary>Whether it is for others than those whose work it is, and small counts are not in it.</summary>
    public bool IsDisclosed { get; init; }

    // Nothing that a meeting's reader leaves out: no figures of returns.
    private static readonly string[] Told = [SinceCodes.LapsesOpen, SinceCodes.ComplaintsOverdue, SinceCodes.ComplaintsOpen, SinceCodes.LapsesOverdue, SinceCodes.Returns];

    /// <summary>The scene of a number.</summary>
    /// <param name="model">What changed.</param>
    /// <param name="chosen">Code of the number shown step by step; the complaints open by default.</param>
    /// <param name="most">So many others.</param>
    public static SinceScene Of(SinceModel model, string? chosen = null, int most = 2)
    {
        SinceChange change = model.Of(chosen);
        IEnumerable<SinceChange> others = Told.Where(code => code != change.Code).Select(code => model.Changes.FirstOrDefault(c => c.Code == code)).OfType<SinceChange>();
        return new SinceScene(model.Span, change, others.Take(most).ToValueList(), model.Deadlines);
    }
}
