using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Architecture.Planted.Entry;

/// <summary>An activity that knows another, and the database: only in the bodies of its methods.</summary>
internal static class EntryPage
{
    public static string Show() => new Overview.OverviewPage().ToString()!;

    public static Func<Task> Save(Data.Rows rows) => () => EntityFrameworkQueryableExtensions.ToListAsync(rows.Set<Domain.Duty>());
}
