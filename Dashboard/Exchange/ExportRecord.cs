using Dashboard.Data;
using Dashboard.Domain.Changes;

namespace Dashboard.Exchange;

/// <summary>What the change log keeps of a file that was taken out: what, by whom, how it was chosen and how many rows; never where it went.</summary>
/// <param name="What">Kind of the rows: <c>figures</c>, <c>committees</c>, <c>indicators</c>, <c>directives</c>, <c>complaints</c>, <c>log</c>.</param>
/// <param name="Format"><c>csv</c>, <c>xlsx</c> or <c>png</c>.</param>
/// <param name="Rows">How many.</param>
/// <param name="Chosen">What was chosen, as names and values; empty for everything.</param>
public sealed record ExportRecord(string What, string Format, long Rows, IReadOnlyList<(string Name, string Value)> Chosen)
{
    /// <summary>The format that a file's name asks for.</summary>
    public static string FormatOf(string path) => Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? "xlsx" : "csv";

    /// <summary>Keeps it.</summary>
    /// <param name="ledger">Where.</param>
    /// <param name="account">Who took the file out.</param>
    /// <param name="committee">The committee that was chosen, if one was.</param>
    /// <param name="cancellationToken">Takes it back as long as it is not written.</param>
    public Task<WriteReceipt> KeepAsync(Ledger ledger, string account, int? committee, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        account,
        (page, _) =>
        {
            page.Record(Subject.Export, committee, What, null, LogPayload.Write(Payload()));
            return Task.CompletedTask;
        },
        null,
        cancellationToken);

    private Dictionary<string, object> Payload()
    {
        var payload = new Dictionary<string, object> { ["format"] = Format, ["rows"] = Rows };
        foreach ((string name, string value) in Chosen)
        {
            payload[name] = value;
        }

        return payload;
    }
}
