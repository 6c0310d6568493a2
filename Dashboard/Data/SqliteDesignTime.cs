using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dashboard.Data;

/// <summary>Makes the context for <c>dotnet ef</c>, which needs the model and no file.</summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDashboardDb>
{
    /// <inheritdoc/>
    public SqliteDashboardDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDashboardDb>().UseSqlite("Data Source=:memory:").Options);
}
