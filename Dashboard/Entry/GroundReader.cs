using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Returns;

namespace Dashboard.Entry;

/// <summary>Reads what a line is compared with: the committee's own earlier figures, and the year's plan with what counts towards it.</summary>
public sealed class GroundReader(LiveFigures figures, LocalCalendar calendar)
{
    /// <summary>The ground of each line of a return, by its indicator.</summary>
    public IReadOnlyDictionary<string, LineGround> Read(ReturnSheet sheet)
    {
        LiveState state = figures.Now;
        Structure today = state.Hierarchy.On(calendar.Today);
        return figures.Read(cube => sheet.Form.Indicators
            .Where(code => state.Indicators.TryNumberOf(code, out _))
            .ToDictionary(code => code, code => Of(cube, state, today, sheet.Key, code) with { Notes = NotesOf(state, sheet.Key, code) }));
    }

    private FigureNote[] NotesOf(LiveState state, ReturnKey key, string code)
    {
        state.Indicators.TryNumberOf(code, out int number);
        Period[] periods = [key.Period, key.Period.Previous(), key.Period.SameLastYear()];
        return [.. periods.Distinct().Select(period => FigureNotes.At(state, key.Committee, number, period, calendar.Today)).OfType<FigureNote>()];
    }

    private static LineGround Of(CubeReader cube, LiveState state, Structure today, ReturnKey key, string code)
    {
        state.Indicators.TryNumberOf(code, out int number);
        Indicator indicator = state.Indicators[number];
        long? plan = today.Contains(key.Committee) ? PlanOf(state, today, key.Committee, number, key.Period.Start.Year) : null;
        return new LineGround(
            Own(key.Period.Previous()),
            Own(key.Period.SameLastYear()),
            plan,
            plan is null || indicator.OverTime != OverTime.Sum ? null : Others(),
            ReturnReading.IsCounted(code) ? Own(key.Period) : default);

        Compared Own(Period period) => cube.Own(key.Committee, number, period) is var own ? new(own.Value, own.Precision) : default;

        long Others()
        {
            long all = cube.Total(View.Now, key.Committee, number, key.Period.YearToDate()).Value ?? 0;
            return all - (cube.Stated(key.Committee, number, key.Period)?.Value ?? 0);
        }
    }

    /// <summary>What is planned for a committee, else the sum of what is planned directly below it.</summary>
    private static long? PlanOf(LiveState state, Structure structure, int committee, int indicator, int year)
    {
        if (state.Plans.TryGetValue((committee, indicator, year), out long own))
        {
            return own;
        }

        long? sum = null;
        foreach (int child in structure.ChildrenOf(committee))
        {
            if (PlanOf(state, structure, child, indicator, year) is { } part)
            {
                sum = checked((sum ?? 0) + part);
            }
        }

        return sum;
    }
}
