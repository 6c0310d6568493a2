using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Live;

/// <summary>Reads the notes at figures, for every page that shows figures: those that are over are not there.</summary>
public static class FigureNotes
{
    /// <summary>The note at one figure; null without one.</summary>
    /// <param name="state">The moment.</param>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="indicator">Number of the indicator.</param>
    /// <param name="period">Period of the figure.</param>
    /// <param name="today">Today where the committees are.</param>
    public static FigureNote? At(LiveState state, int committee, int indicator, Period period, DateOnly today) =>
        state.Notes.TryGetValue((committee, indicator, period), out FigureNote? note) && note.IsShownOn(today) ? note : null;

    /// <summary>All notes of a committee at some periods, by indicator and period.</summary>
    public static IReadOnlyDictionary<(int Indicator, Period Period), FigureNote> Of(LiveState state, int committee, IEnumerable<Period> periods, DateOnly today) =>
        (from period in periods.Distinct()
         from indicator in state.Indicators.All
         let note = At(state, committee, indicator.Number, period, today)
         where note is not null
         select note).ToDictionary(note => (note.Indicator, note.Period));
}
