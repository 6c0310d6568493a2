using Dashboard.Data;
using Dashboard.Layout;

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
            return QueryText.Join(Path, all);
        }
    }

    /// <summary>Reads the values of a query; what cannot be read is as if it were not there.</summary>
    public static InboxAddress Read(string? group, string? form, string? typed) =>
        new(Words.TryRead(group, out InboxGroup read) ? read : null, QueryText.Trimmed(form), string.IsNullOrEmpty(typed) ? null : typed);
}
