using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>The database in a SQLite file.</summary>
public sealed class SqliteDashboardDb(DbContextOptions<SqliteDashboardDb> options) : DashboardDb(options);
