using Dashboard.Domain.Periods;

namespace Dashboard.Returns;

/// <summary>Which return: of one committee, on one form, for one period.</summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Period">Period reported on.</param>
public readonly record struct ReturnKey(int Committee, string Form, Period Period)
{
    /// <summary>Key of its entries in the log, <c>quarterly|2026-Q3</c>.</summary>
    public string Text => $"{Form}|{Period}";
}
