using System.Collections.Frozen;
using System.Text;
using Dashboard.Domain.Complaints;

namespace Dashboard.Domain.Lapses;

/// <summary>What may be entered of a lapse, how it ends, and the codes of its kinds.</summary>
public static class LapseRules
{
    /// <summary>Most characters of a note.</summary>
    public const int LongestNote = 500;

    /// <summary>Most days left at which a lapse is said to be due soon.</summary>
    public const int DueSoonDays = 7;

    private static readonly FrozenDictionary<LapseKind, string> Codes = Enum.GetValues<LapseKind>().ToFrozenDictionary(k => k, k => Kebab(k.ToString()));
    private static readonly FrozenDictionary<string, LapseKind> Kinds = Codes.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>Code of a kind, e.g. <c>late-return</c>.</summary>
    public static string Code(this LapseKind kind) => Codes[kind];

    /// <summary>The kind with a code.</summary>
    public static bool TryKindOf(string code, out LapseKind kind) => Kinds.TryGetValue(code, out kind);

    /// <summary>Refuses a lapse due or remedied before it was found, and a note that is too long or about a person.</summary>
    /// <exception cref="BrokenRuleException"><c>lapse.dates</c>, <c>lapse.remediedTooEarly</c>, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public static void Check(Lapse lapse)
    {
        if (lapse.RemedyDueOn < lapse.FoundOn)
        {
            throw new BrokenRuleException(
                "lapse.dates", $"A lapse found on {lapse.FoundOn:yyyy-MM-dd} cannot be due on {lapse.RemedyDueOn:yyyy-MM-dd}.", lapse.FoundOn, lapse.RemedyDueOn);
        }

        if (lapse.RemediedOn < lapse.FoundOn)
        {
            throw TooEarly(lapse, lapse.RemediedOn.Value);
        }

        FreeText.Check(lapse.Note, LongestNote, TextField.LapseNote);
    }

    /// <summary>Remedied on <paramref name="day"/>.</summary>
    /// <exception cref="BrokenRuleException">It was remedied before (<c>lapse.remedied</c>) or not yet found (<c>lapse.remediedTooEarly</c>).</exception>
    public static Lapse Remedy(this Lapse lapse, DateOnly day)
    {
        if (lapse.RemediedOn is { } before)
        {
            throw new BrokenRuleException("lapse.remedied", $"The lapse was remedied on {before:yyyy-MM-dd}.", before);
        }

        return day < lapse.FoundOn ? throw TooEarly(lapse, day) : lapse with { RemediedOn = day };
    }

    /// <summary>Open again: that it was remedied was a mistake.</summary>
    /// <exception cref="BrokenRuleException">It is open (<c>lapse.open</c>).</exception>
    public static Lapse Reopen(this Lapse lapse) => lapse.RemediedOn is null
        ? throw new BrokenRuleException("lapse.open", "The lapse is open.")
        : lapse with { RemediedOn = null };

    /// <summary>The day suggested for remedying: serious ones sooner. Who enters the lapse may choose another.</summary>
    public static DateOnly SuggestedDue(LapseSeverity severity, DateOnly foundOn) => foundOn.AddDays(severity == LapseSeverity.Serious ? 15 : 30);

    /// <summary>How near its due day a lapse is on <paramref name="day"/>; null when it is not open then.</summary>
    public static DeadlineBand? BandOn(this Lapse lapse, DateOnly day) => !lapse.IsOpenOn(day) ? null : (lapse.RemedyDueOn.DayNumber - day.DayNumber) switch
    {
        < 0 => DeadlineBand.Overdue,
        <= DueSoonDays => DeadlineBand.DueSoon,
        _ => DeadlineBand.Within,
    };

    private static BrokenRuleException TooEarly(Lapse lapse, DateOnly day) => new(
        "lapse.remediedTooEarly", $"A lapse found on {lapse.FoundOn:yyyy-MM-dd} cannot be remedied on {day:yyyy-MM-dd}.", lapse.FoundOn, day);

    private static string Kebab(string name)
    {
        var code = new StringBuilder(name.Length + 2);
        foreach (char letter in name)
        {
            code.Append(char.IsUpper(letter) && code.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
