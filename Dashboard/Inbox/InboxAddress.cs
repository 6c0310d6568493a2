using Dashboard.Data;

namespace Dashboard.Inbox;

/// <summary>The address of the inbox, which holds what is chosen on it: <c>/returns?state=…&amp;form=…&amp;q=…</c>.</summary>
/// <param name="Group">Only what is in this group; null for all.</param>
/// <param name="Form">Only this form.</param>
/// <param name="Typed">Words that the names must hold.</param>
public sealed record InboxAddress(InboxGroup? Group, string? Form, string? Typed)
{
    /// <summary>The address with nothing chosen.</summary>
    public const string Path = "/returns";

    /// <summary>Whether less than everything is shown.</summary>
    public bool IsFiltered => Group is not null || (Form ?? Typed) is not null;

    /// <summary>The address, from the root of the site.</summary>
    public string Href
    {
        get
        {
            (string Name, string? Value)[] all = [("state", Group is { } group ? Words.Of(group) : null), ("form", Form), ("q", Typed)];
            string query = string.Join('&', all.Where(c => c.Value is not null).Select(c => $"{c.Name}={Uri.EscapeDataString(c.Value!)}"));
            return query.Length == 0 ? Path : $"{Path}?{query}";
        }
    }

    /// <summary>Reads the values of a query; what cannot be read is as if it were not there.</summary>
    public static InboxAddress Read(string? group, string? form, string? typed) =>
        new(Words.TryRead(group, out InboxGroup read) ? read : null, Trimmed(form), string.IsNullOrEmpty(typed) ? null : typed);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
