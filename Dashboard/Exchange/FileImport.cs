using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Exchange;

/// <summary>
/// Takes files in, all or nothing: a file with a fault changes nothing, and all its faults are listed. Rows are read and checked
/// before the writing transaction begins; what depends on the database is checked again inside it.
/// </summary>
public sealed partial class FileImport(IDbContextFactory<DashboardDb> databases, Ledger ledger)
{
    private static readonly string[] NotKept = ["note", "source"];

    /// <summary>Thrown inside the write to take everything back; never leaves this class.</summary>
    private sealed class TakenBackException : Exception;

    /// <summary>Writes in one transaction unless there are faults before or after, or it is a dry run.</summary>
    private async Task WriteAsync(ImportOptions options, FaultList faults, Func<LedgerPage, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (faults.Count > 0)
        {
            return;
        }

        try
        {
            await ledger.WriteAsync(
                options.Account,
                async (page, token) =>
                {
                    await work(page, token);
                    if (options.IsDryRun || faults.Count > 0)
                    {
                        throw new TakenBackException();
                    }
                },
                options.Reason,
                cancellationToken);
        }
        catch (TakenBackException)
        {
            // As asked for: the faults or the dry run's counts are the answer.
        }
    }

    private static IEnumerable<Cells> RowsOf(string path, string[] required, string[] optional, FaultList faults, string[]? notKept = null)
    {
        Cells? cells = null;
        bool hasHeader = false;
        bool hasRows = false;
        foreach (SheetRow row in SheetFile.Read(path, faults))
        {
            if (!hasHeader)
            {
                hasHeader = true;
                SheetColumns? columns = SheetColumns.Read(row, required, optional, faults);
                if (columns is null)
                {
                    yield break;
                }

                cells = new Cells(columns, notKept ?? NotKept, faults);
                continue;
            }

            hasRows = true;
            if (cells!.MoveTo(row))
            {
                yield return cells;
            }
        }

        if (!hasRows && faults.Count == 0)
        {
            faults.Add(0, null, hasHeader ? "file.noRows" : "file.empty");
        }
    }
}
