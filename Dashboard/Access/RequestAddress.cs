namespace Dashboard.Access;

/// <summary>Where a request comes from, as the log and the list of sessions show it.</summary>
internal static class RequestAddress
{
    /// <summary>Network address of a request's sender; empty when there is none.</summary>
    public static string Of(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } address ? "" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
