using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Administration;

/// <summary>A version of a form while an administrator writes it.</summary>
public sealed class FormDraft
{
    /// <summary>Begins with what the version that holds last asks.</summary>
    public FormDraft(Form seen, DateOnly today)
    {
        Seen = seen;
        DueDays = seen.DueDays.ToString(CultureInfo.InvariantCulture);
        Rules = string.Join('\n', seen.Rules);
        Sections = [.. seen.Sections.Select(s => new FormDraftSection(s))];
        Period first = FormVersions.Earliest(seen, today);
        Starts = [first, first.Next(), first.Next().Next(), first.Next().Next().Next()];
        From = first;
    }

    /// <summary>The version that was looked at.</summary>
    public Form Seen { get; }

    /// <summary>The periods from which it may hold.</summary>
    public IReadOnlyList<Period> Starts { get; }

    /// <summary>The period from which it is to hold.</summary>
    public Period From { get; set; }

    /// <summary>Days after the period, as typed.</summary>
    public string DueDays { get; set; }

    /// <summary>Rules, one a line.</summary>
    public string Rules { get; set; }

    /// <summary>The lines, by heading.</summary>
    public IReadOnlyList<FormDraftSection> Sections { get; }

    /// <summary>What is wanted.</summary>
    public Form Wanted => Seen with
    {
        DueDays = int.TryParse(DueDays, NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : -1,
        Rules = [.. Rules.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        // A heading under which nothing is asked is no part of the form.
        Sections = [.. Sections.Select(s => s.Wanted).Where(s => s.Lines.Count > 0)],
    };

    /// <summary>What keeps it from being put in force; null when nothing does.</summary>
    public BrokenRuleException? FaultOn(DateOnly today)
    {
        try
        {
            FormVersions.PutInForce(Seen, Wanted, From, today);
            return null;
        }
        catch (BrokenRuleException fault)
        {
            return fault;
        }
    }

    /// <summary>The lines in which it differs from the version before: what was asked, and what is; null for nothing.</summary>
    public IEnumerable<(FormLine? Before, FormLine? After)> Changes
    {
        get
        {
            Dictionary<string, FormLine> after = Wanted.Lines.ToDictionary(l => l.Indicator);
            HashSet<string> before = [.. Seen.Indicators];
            return Seen.Lines.Select(l => ((FormLine?)l, after.GetValueOrDefault(l.Indicator))).Where(c => c.Item1 != c.Item2)
                .Concat(Wanted.Lines.Where(l => !before.Contains(l.Indicator)).Select(l => ((FormLine?)null, (FormLine?)l)));
        }
    }

    /// <summary>Asks for one figure more, under the last heading.</summary>
    public void Add(string indicator)
    {
        if (Sections.SelectMany(s => s.Lines).FirstOrDefault(l => l.Indicator == indicator) is { } known)
        {
            known.IsAsked = true;
        }
        else
        {
            Sections[^1].Lines.Add(new FormDraftLine { Indicator = indicator });
        }
    }
}

/// <summary>A heading with its lines.</summary>
public sealed class FormDraftSection(FormSection seen)
{
    /// <summary>The heading as it was.</summary>
    public FormSection Seen => seen;

    /// <summary>Its lines; those that are no longer asked stay in sight.</summary>
    public List<FormDraftLine> Lines { get; } = [.. seen.Lines.Select(l => new FormDraftLine { Indicator = l.Indicator, IsRequired = l.IsRequired, OutOf = l.OutOf })];

    /// <summary>What is wanted of it.</summary>
    public FormSection Wanted => seen with
    {
        Lines = [.. Lines.Where(l => l.IsAsked).Select(l => new FormLine { Indicator = l.Indicator, IsRequired = l.IsRequired, OutOf = l.OutOf })],
    };
}

/// <summary>A line.</summary>
public sealed class FormDraftLine
{
    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>Whether it is asked for.</summary>
    public bool IsAsked { get; set; } = true;

    /// <summary>Whether the return cannot be handed in without it.</summary>
    public bool IsRequired { get; set; }

    /// <summary>Whether it takes a denominator.</summary>
    public OutOfRule OutOf { get; set; }
}
