using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>
/// A piece of the page's markup that holds no handler, one string for all viewers. Between two blocks of the same shape only
/// texts and values of attributes differ, and those can be told by their places.
/// </summary>
/// <param name="html">Markup as the shared renderer wrote it: everything in it that came from people is encoded.</param>
internal sealed class Block(string html)
{
    // Longer texts are told by the part that changed.
    private const int Whole = 14;

    private readonly Lazy<(IReadOnlyList<HtmlNode> Nodes, string Shape)> _read = new(() => HtmlNode.Read(html));

    /// <summary>The markup, for Blazor to take as it is.</summary>
    public MarkupString Markup => new(html);

    /// <summary>Whether <paramref name="other"/> has the same elements, attributes and texts at the same places.</summary>
    public bool HasShapeOf(Block other) => ReferenceEquals(this, other) || _read.Value.Shape == other._read.Value.Shape;

    /// <summary>
    /// Writes what turns <paramref name="before"/>, of the same shape, into this one: a line of its name and, by turns, a
    /// place and its value. A place is the number of a node (0 is the element around the block), the name of an attribute
    /// after a dot, and after a tilde each how many characters stay at the start and at the end.
    /// </summary>
    public void WriteChange(string name, Block before, StringBuilder into)
    {
        bool isNamed = false;
        StringBuilder Begin(string place)
        {
            into.Append(isNamed ? "" : $"\n{name}").Append(CultureInfo.InvariantCulture, $"\t{place}");
            isNamed = true;
            return into;
        }

        for (int i = 0; i < _read.Value.Nodes.Count; i++)
        {
            HtmlNode then = before._read.Value.Nodes[i];
            HtmlNode now = _read.Value.Nodes[i];
            string node = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (then.Text != now.Text)
            {
                WriteValue(Begin(node), then.Text, now.Text);
            }

            for (int k = 0; k < now.Attributes.Count; k++)
            {
                if (then.Attributes[k].Value != now.Attributes[k].Value)
                {
                    WriteValue(Begin($"{node}.{now.Attributes[k].Name}"), then.Attributes[k].Value, now.Attributes[k].Value);
                }
            }
        }
    }

    /// <summary>
    /// Writes a value after its place, a long one without what stays at both ends. Applied to the new value itself it
    /// changes nothing, which is what lets Blazor draw the same block anew in the same message.
    /// </summary>
    internal static void WriteValue(StringBuilder into, string then, string now)
    {
        int head = 0;
        int tail = 0;
        if (now.Length > Whole)
        {
            int shorter = Math.Min(then.Length, now.Length);
            while (head < shorter && then[head] == now[head])
            {
                head++;
            }

            // A letter of two code units goes whole.
            head -= head > 0 && char.IsHighSurrogate(now[head - 1]) ? 1 : 0;
            while (tail < shorter - head && then[^(tail + 1)] == now[^(tail + 1)])
            {
                tail++;
            }

            tail -= tail > 0 && char.IsLowSurrogate(now[^tail]) ? 1 : 0;
            into.Append(CultureInfo.InvariantCulture, $"~{head}~{tail}");
        }

        // Tabs and line ends are the message's own signs; in a page they are spaces anyway.
        into.Append('\t').Append(now[head..^tail].Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '));
    }
}
