namespace Dashboard.Access;

/// <summary>Browser and system of a device, as much as its owner needs to recognise it and no more.</summary>
internal static class DeviceName
{
    // The order matters: most browsers call themselves by several names, the last of which is the oldest.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>E.g. “Chrome · Windows”; a dash for what is not known.</summary>
    public static string Of(string? userAgent) => $"{Named(userAgent, Browsers)} · {Named(userAgent, Systems)}";

    private static string Named(string? userAgent, (string Sign, string Name)[] names) =>
        userAgent is null ? "—" : names.FirstOrDefault(n => userAgent.Contains(n.Sign, StringComparison.OrdinalIgnoreCase)).Name ?? "—";
}
