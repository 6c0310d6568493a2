using System.Collections.Immutable;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Returns;

/// <summary>Reads returns: which are owed, what stands in one, and what is to be said against it.</summary>
public sealed class ReturnReading(LiveFigures figures, LocalCalendar calendar)
{
    private static readonly ImmutableHashSet<string> Counted = [.. Codes(RegisterIndicators.Complaints), .. Codes(RegisterIndicators.Lapses)];

    /// <summary>Whether an indicator is counted from a register, so that nobody enters it.</summary>
    public static bool IsCounted(string indicator) => Counted.Contains(indicator);

    /// <summary>The version of the form that a return is made on.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notOwed</c> when the committee owes no such return.</exception>
    public Form FormOf(ReturnKey key)
    {
        LiveState state = figures.Now;
        return state.Forms.FirstOrDefault(f => f.Code == key.Form && f.IsOwedBy(key.Committee, key.Period, state.Hierarchy))
            ?? throw new BrokenRuleException(
                "return.notOwed", $"{state.Hierarchy[key.Committee].Code} owes no return {key.Form} for {key.Period}.", state.Hierarchy[key.Committee].Code, key.Form, key.Period);
    }

    /// <summary>A return as it stands, from the database.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notOwed</c>.</exception>
    public async Task<ReturnSheet> ReadAsync(DashboardDb db, ReturnKey key, CancellationToken cancellationToken)
    {
        Form form = FormOf(key);
        return (await ReadAsync(db, form, key.Period, [key.Committee], cancellationToken))[0];
    }

    /// <summary>Many returns as they stand; those that are not owed, as the structure is by now, are left out.</summary>
    public async Task<IReadOnlyList<ReturnSheet>> ReadAsync(DashboardDb db, IEnumerable<ReturnKey> keys, CancellationToken cancellationToken)
    {
        LiveState state = figures.Now;
        var sheets = new List<ReturnSheet>();
        foreach (IGrouping<(string Form, Period Period), ReturnKey> alike in keys.GroupBy(k => (k.Form, k.Period)))
        {
            foreach (Form form in state.Forms.Where(f => f.Code == alike.Key.Form && f.IsFor(alike.Key.Period)))
            {
                HashSet<int> owing = [.. form.OwedBy(alike.Key.Period, state.Hierarchy)];
                int[] committees = [.. alike.Select(k => k.Committee).Where(owing.Contains)];
                sheets.AddRange(await ReadAsync(db, form, alike.Key.Period, committees, cancellationToken));
            }
        }

        return sheets;
    }

    private async Task<IReadOnlyList<ReturnSheet>> ReadAsync(DashboardDb db, Form form, Period period, int[] committees, CancellationToken cancellationToken)
    {
        Dictionary<int, ReturnRow> rows = await db.Returns.AsNoTracking()
            .Where(r => r.Form == form.Code && r.Start == period.Start && r.End == period.End && committees.Contains(r.Committee))
            .ToDictionaryAsync(r => r.Committee, cancellationToken);
        ILookup<int, ReturnLine> entered = (await db.ReturnLines.AsNoTracking()
            .Where(l => l.Form == form.Code && l.Start == period.Start && l.End == period.End && committees.Contains(l.Committee))
            .ToListAsync(cancellationToken)).ToLookup(l => l.Committee, l => l.ToLine());
        return [.. committees.Select(c => SheetOf(new ReturnKey(c, form.Code, period), form, rows.GetValueOrDefault(c), entered[c]))];
    }

    private ReturnSheet SheetOf(ReturnKey key, Form form, ReturnRow? row, IEnumerable<ReturnLine> kept)
    {
        Dictionary<string, ReturnLine> entered = kept.ToDictionary(l => l.Indicator);
        ReturnLine[] lines = [.. form.Lines.Select(l => entered.GetValueOrDefault(l.Indicator) ?? Untouched(key, l.Indicator))];
        Return one = row?.ToReturn() ?? new Return { Committee = key.Committee, Form = key.Form, Period = key.Period, DueOn = form.DueOn(key.Period) };
        return new ReturnSheet(key, form, one, lines, FindingsOf(key, form, lines));
    }

    /// <summary>What stops a return with these lines from being handed in, and what asks for a reason.</summary>
    public IReadOnlyList<Finding> FindingsOf(ReturnKey key, Form form, IReadOnlyList<ReturnLine> lines)
    {
        Dictionary<string, ReturnLine> byCode = lines.ToDictionary(l => l.Indicator);
        IEnumerable<EnteredFigure> entered = form.Lines.Where(l => !IsCounted(l.Indicator)).Select(l => Entered(key, l, byCode[l.Indicator]));
        return
        [
            .. ReturnValidation.Findings(key.Period, entered, calendar.Today),
            .. ReturnValidation.Findings(
                key.Period, form.Rules.Select(FormRule.Parse),
                code => byCode.TryGetValue(code, out ReturnLine? line) && !IsCounted(code) ? line.Value : Own(key.Committee, code, key.Period),
                code => Own(key.Committee, code, key.Period.Previous())),
        ];
    }

    /// <summary>The committee's own figure of an indicator over a period; null where it stated none.</summary>
    public long? Own(int committee, string indicator, Period period) =>
        figures.Now.Indicators.TryNumberOf(indicator, out int number) ? figures.Read(cube => cube.Own(committee, number, period).Value) : null;

    // A return of before lines were kept has its figures and nothing else: they are what was entered.
    private ReturnLine Untouched(ReturnKey key, string indicator)
    {
        Figure? stated = !IsCounted(indicator) && figures.Now.Indicators.TryNumberOf(indicator, out int number)
            ? figures.Read(cube => cube.Stated(key.Committee, number, key.Period))
            : null;
        return new ReturnLine { Indicator = indicator, Value = stated?.Value, OutOf = stated?.OutOf, Precision = stated?.Precision ?? Precision.Exact };
    }

    private EnteredFigure Entered(ReturnKey key, FormLine line, ReturnLine entered)
    {
        Indicator indicator = figures.Now.Indicators.TryNumberOf(line.Indicator, out int number)
            ? figures.Now.Indicators[number]
            : throw new BrokenRuleException("indicator.unknown", $"Form {key.Form} asks for {line.Indicator}, which is no indicator.", line.Indicator, key.Form);
        return new EnteredFigure
        {
            Indicator = indicator,
            Committee = key.Committee,
            Value = entered.Value,
            OutOf = entered.OutOf,
            IsRequired = line.IsRequired,
            IsNotApplicable = entered.IsNotApplicable,
            OutOfRule = line.OutOf,
            Reason = entered.Reason,
            Note = entered.Note,
            Earlier = Earlier(key, indicator),
            Stated = figures.Read(cube => cube.Stated(key.Committee, indicator.Number)),
        };
    }

    private long?[] Earlier(ReturnKey key, Indicator indicator)
    {
        var values = new long?[ReturnValidation.PeriodsLookedAt];
        Period period = key.Period;
        for (int i = values.Length - 1; i >= 0; i--)
        {
            period = period.Previous();
            values[i] = Own(key.Committee, indicator.Code, period);
        }

        return [.. values.SkipWhile(v => v is null)];
    }

    private static string[] Codes(RegisterIndicators indicators) => [indicators.Came, indicators.Left, indicators.Open, indicators.Overdue];
}
