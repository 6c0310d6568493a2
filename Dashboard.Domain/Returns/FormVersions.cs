using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;

namespace Dashboard.Domain.Returns;

/// <summary>
/// How a form is changed: never as it was asked, but by a version that holds from a period on which nobody can have reported yet. Its
/// code, cadence, levels and root stay; whoever wants others wants another form.
/// </summary>
public static class FormVersions
{
    /// <summary>Most days after a period by which a return may be due.</summary>
    public const int LongestDue = 180;

    /// <summary>Most rules of a form.</summary>
    public const int MostRules = 30;

    private static readonly HashSet<string> Counted = [.. new[] { RegisterIndicators.Complaints, RegisterIndicators.Lapses }.SelectMany(r => new[] { r.Came, r.Left, r.Open, r.Overdue })];

    /// <summary>The version that holds last.</summary>
    public static Form Latest(this IEnumerable<Form> versions) => versions.MaxBy(f => f.Version) ?? throw new ArgumentException("A form has a version.", nameof(versions));

    /// <summary>
    /// The first period from which a version may hold: not over, since returns on it may have begun, and not before the version that
    /// holds last.
    /// </summary>
    public static Period Earliest(Form latest, DateOnly today)
    {
        Period period = On(latest.Cadence, today);
        while (latest.OwedFrom is { } from && period.Start < from)
        {
            period = period.Next();
        }

        return period;
    }

    /// <summary>
    /// What is to be kept so that a form asks what <paramref name="wanted"/> asks from <paramref name="from"/> on: the version, after the one
    /// before it with its last day. A version that has not begun to hold by then is restated in its place.
    /// </summary>
    /// <param name="latest">The version that holds last.</param>
    /// <param name="wanted">Sections, rules and due days that are wanted; all else is as it was.</param>
    /// <param name="from">The first period for which it is to hold.</param>
    /// <param name="today">The day it is.</param>
    /// <exception cref="BrokenRuleException">
    /// <c>form.period</c>, <c>form.dueDays</c>, <c>form.empty</c>, <c>form.twice</c>, <c>form.rules</c>, <c>form.rule</c>, <c>form.ruleForeign</c> or <c>form.same</c>.
    /// </exception>
    public static IReadOnlyList<Form> PutInForce(Form latest, Form wanted, Period from, DateOnly today)
    {
        Period earliest = Earliest(latest, today);
        if (from.Kind != latest.Cadence || from.Start < earliest.Start)
        {
            throw new BrokenRuleException("form.period", $"A version of {latest.Code} can hold from {earliest} on at the earliest, not from {from}.", earliest);
        }

        Check(wanted);
        if (IsSame(latest, wanted))
        {
            throw new BrokenRuleException("form.same", $"Nothing of {latest.Code} is another.", latest.Code);
        }

        Form next = latest with { DueDays = wanted.DueDays, Sections = wanted.Sections, Rules = wanted.Rules, OwedFrom = from.Start, OwedUntil = null };
        return latest.OwedFrom == from.Start ? [next] : [latest with { OwedUntil = from.Start.AddDays(-1) }, next with { Version = latest.Version + 1 }];
    }

    /// <summary>Whether two versions ask the same.</summary>
    public static bool IsSame(Form one, Form other) =>
        one.DueDays == other.DueDays && one.Rules.SequenceEqual(other.Rules)
        && one.Sections.Select(s => (s.Title, s.TitleEn, s.Lines.Count)).SequenceEqual(other.Sections.Select(s => (s.Title, s.TitleEn, s.Lines.Count)))
        && one.Lines.SequenceEqual(other.Lines);

    private static void Check(Form wanted)
    {
        if (wanted.DueDays is < 0 or > LongestDue)
        {
            throw new BrokenRuleException("form.dueDays", $"A return is due 0 to {LongestDue} days after its period.", LongestDue);
        }

        if (!wanted.Lines.Any())
        {
            throw new BrokenRuleException("form.empty", "A form asks for at least one figure.");
        }

        if (wanted.Indicators.GroupBy(code => code).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            throw new BrokenRuleException("form.twice", $"The form asks for {twice.Key} twice.", twice.Key);
        }

        if (wanted.Rules.Count > MostRules)
        {
            throw new BrokenRuleException("form.rules", $"A form has at most {MostRules} rules.", MostRules);
        }

        foreach (FormRule rule in wanted.Rules.Select(FormRule.Parse))
        {
            if (rule.Indicators.FirstOrDefault(code => !Counted.Contains(code) && !wanted.Indicators.Contains(code)) is { } foreign)
            {
                throw new BrokenRuleException("form.ruleForeign", $"The rule “{rule}” speaks of {foreign}, which the form does not ask for.", rule.Text, foreign);
            }
        }
    }

    private static Period On(PeriodKind cadence, DateOnly day) => cadence switch
    {
        PeriodKind.Month => Period.Month(day.Year, day.Month),
        PeriodKind.Half => Period.Half(day.Year, (day.Month + 5) / 6),
        PeriodKind.Year => Period.Year(day.Year),
        _ => Period.QuarterOf(day),
    };
}
