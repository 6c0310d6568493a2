namespace Dashboard.Layout;

/// <summary>The reader's choice of light or dark, kept in a cookie that the browser's own script may write too.</summary>
public static class ThemePreference
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "theme";

    /// <summary><c>light</c> or <c>dark</c>; null when the system decides.</summary>
    public static string? Of(HttpContext context) => Read(context.Request.Cookies[Cookie]);

    /// <summary>The choice a text names; null for the system's, and for anything else.</summary>
    public static string? Read(string? text) => text is "light" or "dark" ? text : null;
}
