using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Returns;

namespace Dashboard.Entry;

/// <summary>A return as its page shows it.</summary>
public sealed record EntryView
{
    /// <summary>The sections of the form.</summary>
    public required ValueList<EntrySection> Sections { get; init; }

    /// <summary>What is to be seen to, the worst first.</summary>
    public required ValueList<EntryTask> Tasks { get; init; }

    /// <summary>How many rows hold an error.</summary>
    public int Errors { get; init; }

    /// <summary>How many rows ask for a reason.</summary>
    public int Doubts { get; init; }

    /// <summary>How many lines lack a value that is asked for.</summary>
    public int Missing { get; init; }

    /// <summary>How many lines are entered.</summary>
    public int Entered => Sections.Sum(s => s.Entered);

    /// <summary>How many lines are entered by hand.</summary>
    public int Expected => Sections.Sum(s => s.Expected);

    /// <summary>The share of them that is entered.</summary>
    public double Share => Expected == 0 ? 1 : (double)Entered / Expected;

    /// <summary>Whether nothing keeps the return from being handed in.</summary>
    public bool IsReady => Errors + Doubts + Missing == 0;

    /// <summary>Why it cannot be handed in yet; null when it can.</summary>
    public string? Why
    {
        get
        {
            string[] parts =
            [
                .. new (int Count, string Text)[] { (Errors, "Why.Errors"), (Doubts, "Why.Doubts"), (Missing, "Why.Missing") }
                    .Where(p => p.Count > 0).Select(p => EntryTexts.Get(p.Text, p.Count)),
            ];
            return parts.Length == 0 ? null : EntryTexts.Get("Why", string.Join(", ", parts));
        }
    }

    /// <summary>Rows that can be typed into, in the order of the form: what a pasted block goes through.</summary>
    public IEnumerable<EntryRow> Editable => Sections.SelectMany(s => s.Rows).Where(r => r is { IsTotal: false, Register: null });
}
