using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Overview;

namespace Dashboard.Meeting;

/// <summary>
/// One state of what the screens of a meeting show, as the bytes that all of them get: the whole of it, and what turns the
/// state before into it where only texts and values of attributes differ. A browser builds it from names, values and texts;
/// nothing in it is ever read as markup.
/// </summary>
internal sealed class SceneFrame
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _html;
    private readonly IReadOnlyList<HtmlNode> _nodes;
    private readonly string _shape;
    private readonly Lazy<WireMessage> _whole;

    private SceneFrame(string html, int version, SceneFrame? before)
    {
        (_html, Version) = (html, version);
        (_nodes, _shape) = HtmlNode.Read(html);
        // Only for who comes, or has missed one: most states are only ever sent as what changed.
        _whole = new Lazy<WireMessage>(() => Write(WriteWhole));
        if (before is not null && before._shape == _shape)
        {
            Change = Write(json => WriteChange(json, before));
        }
    }

    /// <summary>Which of the states of this view it is.</summary>
    public int Version { get; }

    /// <summary>The message that needs nothing before it.</summary>
    public WireMessage Whole => _whole.Value;

    /// <summary>The message for who has the state before; null where that is no smaller thing.</summary>
    public WireMessage? Change { get; }

    /// <summary>The state after <paramref name="before"/>; the same instance when nothing differs.</summary>
    /// <param name="before">The state shown until now; null at first.</param>
    /// <param name="html">Markup as the framework's own renderer wrote it.</param>
    public static SceneFrame After(SceneFrame? before, string html) =>
        before is not null && before._html == html ? before : new SceneFrame(html, (before?.Version ?? 0) + 1, before);

    private static WireMessage Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return WireMessage.Of(bytes.WrittenSpan);
    }

    /// <summary>A text is a string; an element is an array of its name, its attributes and what is in it.</summary>
    private void WriteWhole(Utf8JsonWriter json)
    {
        json.WriteNumber("v", Version);
        json.WriteString("build", Build.Id);
        json.WriteStartArray("tree");
        int open = 0;
        foreach (HtmlNode node in _nodes)
        {
            for (; open > node.Depth; open--)
            {
                json.WriteEndArray();
            }

            if (node.Tag is null)
            {
                json.WriteStringValue(node.Text);
                continue;
            }

            json.WriteStartArray();
            open++;
            json.WriteStringValue(node.Tag);
            json.WriteStartObject();
            foreach ((string name, string value) in node.Attributes)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        for (; open > 0; open--)
        {
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>By turns the number of a node and its text, or the number, the name of an attribute and its value.</summary>
    private void WriteChange(Utf8JsonWriter json, SceneFrame before)
    {
        json.WriteNumber("v", Version);
        json.WriteStartArray("set");
        for (int i = 0; i < _nodes.Count; i++)
        {
            (HtmlNode then, HtmlNode now) = (before._nodes[i], _nodes[i]);
            if (then.Text != now.Text)
            {
                Set(json, i, null, now.Text);
            }

            for (int k = 0; k < now.Attributes.Count; k++)
            {
                if (then.Attributes[k].Value != now.Attributes[k].Value)
                {
                    Set(json, i, now.Attributes[k].Name, now.Attributes[k].Value);
                }
            }
        }

        json.WriteEndArray();
    }

    private static void Set(Utf8JsonWriter json, int node, string? attribute, string value)
    {
        json.WriteStartArray();
        json.WriteNumberValue(node);
        if (attribute is not null)
        {
            json.WriteStringValue(attribute);
        }

        json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
