namespace Dashboard.Domain.Periods;

/// <summary>The standard lengths a period may have; <see cref="Range"/> is any other.</summary>
public enum PeriodKind
{
    /// <summary>One calendar month.</summary>
    Month,

    /// <summary>January–March, April–June, July–September or October–December.</summary>
    Quarter,

    /// <summary>January–June or July–December.</summary>
    Half,

    /// <summary>January–September, as nine-month reports use.</summary>
    NineMonths,

    /// <summary>One calendar year.</summary>
    Year,

    /// <summary>Any other closed interval of days.</summary>
    Range,
}
