using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Dashboard.Tests.Overview;

/// <summary>A block in a page that is told of changes: the steps of <c>LiveOverview.razor.js</c>, so that texts and places can be tested together.</summary>
internal sealed class ToldPage
{
    private readonly Dictionary<string, IElement> _blocks = [];

    /// <summary>Puts a block onto the page; a row stands in a table, as browsers parse cells nowhere else.</summary>
    public void Put(string name, string html)
    {
        bool isRow = html.StartsWith("<td", StringComparison.Ordinal);
        IElement body = new HtmlParser().ParseDocument(isRow ? $"<table><tbody><tr>{html}</tr></tbody></table>" : $"<div>{html}</div>").Body!;
        _blocks[name] = isRow ? body.QuerySelector("tr")! : body.FirstElementChild!;
    }

    /// <summary>What stands in a block.</summary>
    public string this[string name] => _blocks[name].InnerHtml;

    /// <summary>Does what the page's script does with a text.</summary>
    public void Tell(string news)
    {
        foreach (string[] words in news.Split('\n').Skip(1).Where(line => line[0] != '#').Select(line => line.Split('\t')))
        {
            if (_blocks.TryGetValue(words[0], out IElement? block))
            {
                INode[] nodes = [block, .. block.Descendants().Where(node => node is IElement or IText)];
                for (int i = 1; i < words.Length; i += 2)
                {
                    Set(nodes, words[i], words[i + 1]);
                }
            }
        }
    }

    private static void Set(INode[] nodes, string place, string middle)
    {
        string[] parts = place.Split('~');
        string[] at = parts[0].Split('.');
        INode node = nodes[int.Parse(at[0], CultureInfo.InvariantCulture)];
        string before = at.Length > 1 ? ((IElement)node).GetAttribute(at[1])! : node.TextContent;
        string value = parts.Length == 1 ? middle : before[..int.Parse(parts[1], CultureInfo.InvariantCulture)] + middle + before[^int.Parse(parts[2], CultureInfo.InvariantCulture)..];
        if (at.Length > 1)
        {
            ((IElement)node).SetAttribute(at[1], value);
        }
        else
        {
            node.TextContent = value;
        }
    }
}
