using System.Globalization;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Returns;

namespace Dashboard.Entry;

/// <summary>Makes what the page shows of a draft.</summary>
/// <param name="draft">The draft.</param>
/// <param name="grounds">What its lines are compared with.</param>
/// <param name="indicators">The catalogue.</param>
/// <param name="committee">Code of the committee, for links to its registers.</param>
/// <param name="mayEdit">Whether the reader may enter here.</param>
public sealed class ViewBuilder(EntryDraft draft, IReadOnlyDictionary<string, LineGround> grounds, IndicatorSet indicators, string committee, bool mayEdit)
{
    private const string Vetting = "vetting";

    // Below this a percentage of few cases says more than there is.
    private const long SmallBase = 10;

    private readonly ILookup<string, Finding> _findings = draft.Findings.ToLookup(f => f.Indicator);
    private readonly RuleWords _rules = new(
        code => NameOf(indicators, code),
        [.. draft.Sheet.Form.Sections.Select(s => Totalled(s, indicators)).Where(t => t.Length > 0).Select(t => (EntryTexts.Get("Total.vetting"), (IReadOnlyCollection<string>)t))]);

    private int _number;

    /// <summary>The whole.</summary>
    public EntryView Build()
    {
        _number = 0;
        ValueList<EntrySection> sections = draft.Sheet.Form.Sections.Select(Section).ToValueList();
        EntryRow[] rows = [.. sections.SelectMany(s => s.Rows)];
        EntryRow[] missing = [.. rows.Where(r => r.IsMissing && r.IsRequired)];
        return new EntryView
        {
            Sections = sections,
            Tasks = [.. rows.Where(r => r.IsFaulty).Select(r => Task("crit", r)), .. rows.Where(r => !r.IsFaulty && r.IsDoubted).Select(r => Task("warn", r)), .. Missing(missing)],
            Errors = rows.Count(r => r.IsFaulty),
            Doubts = rows.Count(r => !r.IsFaulty && r.IsDoubted),
            Missing = missing.Length,
        };
    }

    private static EntryTask Task(string tone, EntryRow row) =>
        new(tone, row.Code, $"{row.Number} · {row.Name}", row.State == CellState.Conflict ? EntryTexts.Get("Conflict") : row.Problem ?? row.Findings.First(f => !f.IsSettled).Text);

    private static IEnumerable<EntryTask> Missing(EntryRow[] missing) => missing.Length == 0
        ? []
        : [new EntryTask("mut", missing[0].Code, EntryTexts.Get("MissingLines", missing.Length), string.Join(", ", missing.Select(r => r.Number)))];

    private static string[] Totalled(FormSection section, IndicatorSet indicators) =>
        section.Lines.Where(l => indicators.TryNumberOf(l.Indicator, out int number) && indicators[number].Topic == Vetting).Select(l => l.Indicator).ToArray() is { Length: > 1 } lines ? lines : [];

    private static string NameOf(IndicatorSet indicators, string code) =>
        indicators.TryNumberOf(code, out int number) ? Languages.IsVietnamese ? indicators[number].Name : indicators[number].NameEn : code;

    private EntrySection Section(FormSection section, int index)
    {
        var rows = new List<EntryRow>();
        string[] totalled = Totalled(section, indicators);
        int total = 0, part = 0;
        if (totalled.Length > 0)
        {
            total = ++_number;
        }

        foreach (FormLine line in section.Lines)
        {
            bool isPart = totalled.Contains(line.Indicator);
            rows.Add(Row(line, isPart ? $"{total}.{++part}" : $"{++_number}", isPart));
        }

        EntryRow[] entered = [.. rows.Where(r => r.Register is null)];
        if (totalled.Length > 0)
        {
            rows.Insert(0, Total(totalled, total));
        }

        string letter = ((char)('A' + (index % 26))).ToString(CultureInfo.InvariantCulture);
        return new EntrySection(letter, Languages.IsVietnamese ? section.Title : section.TitleEn, entered.Count(r => !r.IsMissing && r.State != CellState.Unreadable), entered.Length, rows.ToValueList());
    }

    private EntryRow Row(FormLine line, string number, bool isPart)
    {
        EntryCell cell = draft[line.Indicator];
        LineGround ground = grounds.GetValueOrDefault(line.Indicator);
        bool isCounted = ReturnReading.IsCounted(line.Indicator);
        ReturnLine shown = isCounted ? cell.Shown with { Value = ground.Counted.Value, Precision = ground.Counted.Precision } : cell.Shown;
        return new EntryRow
        {
            Code = line.Indicator,
            Number = number,
            Name = NameOf(indicators, line.Indicator),
            IsPart = isPart,
            Register = isCounted ? $"/c/{Uri.EscapeDataString(committee)}/{(line.Indicator.StartsWith("lapses.", StringComparison.Ordinal) ? "lapses" : "complaints")}" : null,
            IsRequired = line.IsRequired,
            IsEditable = mayEdit && draft.TakesFigures && !isCounted,
            TakesOutOf = line.OutOf != OutOfRule.None,
            Previous = Written(ground.Previous),
            LastYear = Written(ground.LastYear),
            Plan = Numerals.Whole(ground.Plan),
            Change = ChangeOf(shown.Value, ground.Previous.Value),
            ChangeSign = shown.Value is { } now && ground.Previous.Value is { } before ? now.CompareTo(before) : 0,
            PlanShare = ShareOf(shown.Value, ground.Plan, ground.Others),
            Line = shown,
            Text = cell.Typed ?? FigureText.Write(shown),
            State = cell.State,
            Problem = cell.State == CellState.Unreadable ? ReturnTexts.Of(cell.Fault) : cell.Problem,
            Theirs = cell.Theirs,
            Findings = isCounted ? [] : _findings[line.Indicator].Where(f => f.Fault.Rule != "figure.required").Select(f => new RowFinding(f.IsError, f.IsSettled, EntryTexts.Of(f, _rules))).ToValueList(),
            Notes = (ground.Notes ?? []).Select(n => new RowNote(n.Period, n.Text, n.ExpiresOn)).ToValueList(),
        };
    }

    private EntryRow Total(string[] codes, int number)
    {
        LineGround[] parts = [.. codes.Select(c => grounds.GetValueOrDefault(c))];
        ReturnLine[] lines = [.. codes.Select(c => draft[c].Shown)];
        long? value = Sum(lines.Select(l => l.Value)), plan = Sum(parts.Select(p => p.Plan));
        ReturnLine line = new() { Indicator = codes[0], Value = value, Precision = lines.Where(l => l.Value is not null).Select(l => l.Precision).Aggregate(Precision.Exact, (a, b) => a.With(b)) };
        long? previous = Sum(parts.Select(p => p.Previous.Value));
        return new EntryRow
        {
            Code = codes[0],
            Number = number.ToString(CultureInfo.InvariantCulture),
            Name = EntryTexts.Get("Total.vetting"),
            IsTotal = true,
            Previous = Written(new(previous, parts.Select(p => p.Previous.Precision).Aggregate((a, b) => a.With(b)))),
            LastYear = Written(new(Sum(parts.Select(p => p.LastYear.Value)), parts.Select(p => p.LastYear.Precision).Aggregate((a, b) => a.With(b)))),
            Plan = Numerals.Whole(plan),
            Change = ChangeOf(value, previous),
            ChangeSign = value is { } now && previous is { } before ? now.CompareTo(before) : 0,
            PlanShare = ShareOf(value, plan, Sum(parts.Select(p => p.Others))),
            Line = line,
            Text = Numerals.Figure(value, line.Precision),
        };
    }

    private static long? Sum(IEnumerable<long?> parts)
    {
        long? sum = null;
        foreach (long part in parts.OfType<long>())
        {
            // A typed number may be as large as a number can be: then there is no sum, rather than a wrong one.
            if (long.MaxValue - (sum ?? 0) < part)
            {
                return null;
            }

            sum = (sum ?? 0) + part;
        }

        return sum;
    }

    private static string Written(Compared figure) => Numerals.Figure(figure.Value, figure.Precision);

    private static string ChangeOf(long? value, long? before) =>
        value is not { } now || before is not { } then ? Numerals.Missing
        : now == then ? "0"
        : then >= SmallBase ? Numerals.PercentDifference((now - then) / (double)then, 1)
        : Numerals.Difference(now - then);

    private static string ShareOf(long? value, long? plan, long? others) =>
        value is { } now && plan is > 0 and { } whole && others is { } rest && long.MaxValue - now >= rest ? Numerals.Percent((rest + now) / (double)whole, 1) : "";
}
