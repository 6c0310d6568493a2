using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Data;

/// <summary>Keeps a UTC instant as milliseconds since 1970, which SQLite and PostgreSQL sort and compare alike.</summary>
public sealed class InstantConverter() : ValueConverter<DateTime, long>(instant => ToMilliseconds(instant), milliseconds => FromMilliseconds(milliseconds))
{
    /// <summary>Milliseconds since 1970 of a UTC instant.</summary>
    public static long ToMilliseconds(DateTime instant) => (instant.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>The UTC instant.</summary>
    public static DateTime FromMilliseconds(long milliseconds) => DateTime.UnixEpoch.AddMilliseconds(milliseconds);
}
