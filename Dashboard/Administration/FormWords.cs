using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.Extensions.Localization;

namespace Dashboard.Administration;

/// <summary>Says what forms ask in the reader's language.</summary>
public sealed class FormWords(IStringLocalizer<FormTexts> texts, LiveState state)
{
    /// <summary>Name of a form.</summary>
    public static string Name(Form form) => Languages.IsVietnamese ? form.Name : form.NameEn;

    /// <summary>From which period to which a version holds.</summary>
    public string Span(Form form) => (form.OwedFrom, form.OwedUntil) switch
    {
        (null, null) => texts["Span.Always"],
        ({ } from, null) => texts["Span.From", PeriodName(form, from)],
        (null, { } until) => texts["Span.Until", PeriodName(form, until)],
        ({ } from, { } until) => PeriodName(form, from) is var first && PeriodName(form, until) is var last && first == last ? first : texts["Span.Between", first, last],
    };

    /// <summary>Whose it is: levels, and the root under which it is owed.</summary>
    public string Owing(Form form)
    {
        string levels = string.Join(", ", form.Levels.Select(level => texts[$"Level.{level}"].Value));
        return form.Root is { } root && state.Hierarchy.TryNumberOf(root, out int number) ? texts["Owing.Below", levels, ReturnNames.Committee(state, number)] : levels;
    }

    /// <summary>Name of an indicator.</summary>
    public string Indicator(string code) => ReturnNames.Indicator(state, code);

    /// <summary>A rule in the names of its indicators.</summary>
    public string Rule(string rule) => string.Join(' ', rule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Term));

    /// <summary>A line in a few words.</summary>
    public string Line(FormLine? line) => line is null ? texts["Line.None"] : string.Join(" · ", texts[line.IsRequired ? "Required.Yes" : "Required.No"].Value, texts[$"OutOf.{line.OutOf}"].Value);

    /// <summary>Why something cannot be put in force; the English message where no text knows.</summary>
    public string Fault(BrokenRuleException fault) => texts[$"Fault.{fault.Rule}"] is { ResourceNotFound: false } text
        ? string.Format(CultureInfo.CurrentCulture, text.Value, [.. fault.Arguments.Select(a => a is Period period ? PeriodNames.Of(period) : a)])
        : fault.Message;

    private static string PeriodName(Form form, DateOnly day) => PeriodNames.Of(form.Cadence switch
    {
        PeriodKind.Month => Period.Month(day.Year, day.Month),
        PeriodKind.Half => Period.Half(day.Year, (day.Month + 5) / 6),
        PeriodKind.Year => Period.Year(day.Year),
        _ => Period.QuarterOf(day),
    });

    private string Term(string word) => word switch
    {
        "<=" => "≤",
        ">=" => "≥",
        "-" => "\u2212",
        "+" or "<" or ">" or "=" => word,
        _ when word.StartsWith("before(", StringComparison.Ordinal) && word.EndsWith(')') => texts["Rule.Before", Indicator(word[7..^1])],
        _ => char.IsAsciiDigit(word[0]) ? word : $"“{Indicator(word)}”",
    };
}
