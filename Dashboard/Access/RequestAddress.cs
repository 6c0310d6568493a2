namespace Dashboard.Access;

/// <summary>Where a request comes from, as the log and the list of sessions show it; and where its sender is sent next.</summary>
internal static class RequestAddress
{
    /// <summary>Network address of a request's sender; empty when there is none.</summary>
    public static string Of(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } address ? "" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    /// <summary>Sends the browser to another page of this site. By path alone: what the browser calls this site is not always known here.</summary>
    public static void SendTo(this HttpContext http, string path) => http.Response.Redirect(path);
}
