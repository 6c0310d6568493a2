using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Signals;

namespace Dashboard.Domain.Returns;

/// <summary>Looks a return through: what stops its submission, and what asks for a note.</summary>
public static class ReturnValidation
{
    /// <summary>How many periods before count for what is unusual.</summary>
    public const int PeriodsLookedAt = 8;

    /// <summary>
    /// Everything found in <paramref name="lines"/>. Errors: <c>figure.required</c>, <c>figure.negative</c>, <c>figure.outOf</c>, <c>figure.outOfRequired</c>,
    /// <c>figure.outOfUnasked</c>, <c>figure.overlap</c>, <c>indicator.retired</c>. Warnings: <c>figure.unusual</c>, <c>figure.zeroAfterMore</c>, <c>figure.notItsParts</c>.
    /// </summary>
    public static IReadOnlyList<Finding> Findings(Period period, IEnumerable<EnteredFigure> lines, DateOnly today) =>
        [.. lines.SelectMany(line => FindingsOf(period, line, today))];

    /// <summary>Which of a form's rules do not hold between what was entered: errors <c>form.ruleBroken</c> at the first line each speaks of.</summary>
    /// <param name="period">Period of the return.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="valueOf">Figure entered for an indicator, or counted for it from a register.</param>
    /// <param name="before">Figure of an indicator in the period before.</param>
    public static IReadOnlyList<Finding> Findings(Period period, IEnumerable<FormRule> rules, Func<string, long?> valueOf, Func<string, long?> before) =>
    [
        .. from rule in rules
           where rule.Holds(valueOf, before) == false
           let sides = rule.Sides(valueOf, before)!.Value
           select new Finding(
               rule.Indicators.First(), true, new("form.ruleBroken", $"{period}: {rule} does not hold: {sides.Left} against {sides.Right}.", rule.Text, sides.Left, sides.Right), false),
    ];

    /// <summary>Whether nothing found stops submission: no error, and a note for each warning.</summary>
    public static bool MaySubmit(IEnumerable<Finding> findings) => findings.All(f => !f.IsError && f.IsSettled);

    private static IEnumerable<Finding> FindingsOf(Period period, EnteredFigure line, DateOnly today)
    {
        string code = line.Indicator.Code;
        if (line.Value is not { } value)
        {
            return line is { IsRequired: true, IsNotApplicable: false } ? [new Finding(code, true, new("figure.required", $"{code} for {period}: a value is asked for; enter 0 for none.", code, period), false)] : [];
        }

        var figure = new Figure { Committee = line.Committee, Indicator = line.Indicator.Number, Period = period, Value = value, OutOf = line.OutOf };
        Finding[] errors = [.. FigureRules.Faults(figure, line.Indicator, line.Stated, today).Concat(DenominatorFaults(figure, line)).Select(f => new Finding(code, true, f, false))];
        bool isNoted = line.Reason is not null || !string.IsNullOrWhiteSpace(line.Note);
        return errors.Length > 0
            ? errors
            : new[] { Unusual(figure, line), ZeroAfterMore(figure, line), NotItsParts(figure, line) }.OfType<BrokenRuleException>().Select(f => new Finding(code, false, f, isNoted));
    }

    private static IEnumerable<BrokenRuleException> DenominatorFaults(Figure figure, EnteredFigure line)
    {
        string code = line.Indicator.Code;
        if (line.OutOfRule == OutOfRule.Required && figure.OutOf is null)
        {
            yield return new BrokenRuleException("figure.outOfRequired", $"{code} for {figure.Period}: say out of how many.", code, figure.Period);
        }
        else if (line.OutOfRule == OutOfRule.None && figure.OutOf is not null)
        {
            yield return new BrokenRuleException("figure.outOfUnasked", $"{code} for {figure.Period} takes no number that it is out of.", code, figure.Period);
        }
    }

    private static BrokenRuleException? Unusual(Figure figure, EnteredFigure line)
    {
        long?[] earlier = [.. line.Earlier.TakeLast(PeriodsLookedAt)];
        if (earlier.Length == 0)
        {
            return null;
        }

        ProcessLimits limits = ProcessLimits.Of(earlier, 0, earlier.Length - 1);
        return limits.HasLimits && Math.Abs(limits.DistanceOf(figure.Value)) > 1
            ? new("figure.unusual", $"{line.Indicator.Code} for {figure.Period}: {figure.Value} lies outside {Math.Max(0, limits.Lower):0.#}–{limits.Upper:0.#}, the limits of the periods before.",
                line.Indicator.Code, figure.Period, figure.Value, Math.Max(0, limits.Lower), limits.Upper)
            : null;
    }

    private static BrokenRuleException? ZeroAfterMore(Figure figure, EnteredFigure line) =>
        figure.Value == 0 && line.Earlier.LastOrDefault(v => v is not null) is > 0 and { } before
            ? new("figure.zeroAfterMore", $"{line.Indicator.Code} for {figure.Period}: 0 after {before}.", line.Indicator.Code, figure.Period, before)
            : null;

    /// <summary>A whole, entered or stated, that differs from the sum of the parts that fill it.</summary>
    private static BrokenRuleException? NotItsParts(Figure figure, EnteredFigure line)
    {
        if (line.Indicator.OverTime != OverTime.Sum)
        {
            return null;
        }

        Figure[] all = [.. line.Stated.Where(f => f.Period != figure.Period), figure];
        foreach (Figure whole in all.Where(f => f.Period.Contains(figure.Period)).OrderBy(f => f.Period.Days))
        {
            if (SumOfParts(whole.Period, all) is { } sum && sum != whole.Value)
            {
                return new(
                    "figure.notItsParts", $"{line.Indicator.Code}: {whole.Period} is {whole.Value}, its parts add up to {sum}.", line.Indicator.Code, whole.Period, whole.Value, sum);
            }
        }

        return null;
    }

    private static long? SumOfParts(Period whole, Figure[] all)
    {
        IReadOnlyList<Figure> parts = OverPeriod.Selected(all.Where(f => f.Period != whole), whole);
        return parts.Sum(p => p.Period.Days) == whole.Days ? parts.Sum(p => p.Value) : null;
    }
}
