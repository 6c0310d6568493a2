using Dashboard.Data;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Entry;

/// <summary>What the entry page works with.</summary>
public sealed partial class EntryDesk(ReturnDesk returns, ReturnReading reading, IDbContextFactory<DashboardDb> databases, TimeProvider time, ILogger<EntryDesk> logger)
{
    /// <summary>Where returns are saved, handed in and corrected.</summary>
    public ReturnDesk Returns => returns;

    /// <summary>The time, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>A return as it stands.</summary>
    public async Task<ReturnSheet> ReadAsync(ReturnKey key, CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await reading.ReadAsync(db, key, cancellationToken);
    }

    /// <summary>What is to be said against a return with these lines.</summary>
    public IReadOnlyList<Finding> FindingsOf(ReturnSheet sheet, IReadOnlyList<ReturnLine> lines) => reading.FindingsOf(sheet.Key, sheet.Form, lines);

    /// <summary>Notes that lines could not be saved.</summary>
    [LoggerMessage(LogLevel.Error, "Lines of the return {Return} could not be saved; they are kept on the page.")]
    public partial void LogNotSaved(string @return, Exception exception);
}
