using System.Net;

namespace Dashboard.Overview;

/// <summary>An element or a text of a block, in the order in which a browser finds them when it walks through it.</summary>
/// <param name="Tag">Name of the element; null for a text.</param>
/// <param name="Text">The text; empty for an element.</param>
/// <param name="Attributes">Attributes of the element in their order.</param>
/// <param name="Depth">How many elements are around it.</param>
internal sealed record HtmlNode(string? Tag, string Text, IReadOnlyList<(string Name, string Value)> Attributes, int Depth)
{
    /// <summary>Reads what a renderer wrote: well-formed, with no comments but its own, and all values in double quotes.</summary>
    /// <returns>The nodes, and their structure without texts and values.</returns>
    public static (IReadOnlyList<HtmlNode> Nodes, string Shape) Read(string html)
    {
        var nodes = new List<HtmlNode>();
        var shape = new System.Text.StringBuilder();
        int depth = 0;
        for (int at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                int end = html.IndexOf('<', at) is >= 0 and var next ? next : html.Length;
                nodes.Add(new(null, WebUtility.HtmlDecode(html[at..end]), [], depth));
                shape.Append('#');
                at = end;
            }
            else if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = html.IndexOf("-->", at, StringComparison.Ordinal) + 3;
            }
            else if (html[at + 1] == '/')
            {
                shape.Append('/');
                depth--;
                at = html.IndexOf('>', at) + 1;
            }
            else
            {
                at = ReadTag(html, at, depth, nodes, shape);
                depth += html[at - 2] == '/' ? 0 : 1;
            }
        }

        return (nodes, shape.ToString());
    }

    private static int ReadTag(string html, int at, int depth, List<HtmlNode> nodes, System.Text.StringBuilder shape)
    {
        int end = at + 1 + html.AsSpan(at + 1).IndexOfAny(" />");
        string tag = html[(at + 1)..end];
        shape.Append('<').Append(tag);
        var attributes = new List<(string, string)>();
        while (html[end] is not ('>' or '/'))
        {
            int name = end + 1;
            end = name + html.AsSpan(name).IndexOfAny("= />");
            string value = "";
            string called = html[name..end];
            if (html[end] == '=')
            {
                int closing = html.IndexOf('"', end + 2);
                value = WebUtility.HtmlDecode(html[(end + 2)..closing]);
                end = closing + 1;
            }

            if (called.Length > 0)
            {
                attributes.Add((called, value));
                shape.Append(' ').Append(called);
            }
        }

        shape.Append(html[end]);
        nodes.Add(new(tag, "", attributes, depth));
        return html.IndexOf('>', end) + 1;
    }
}
