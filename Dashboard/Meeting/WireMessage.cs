using System.Buffers.Binary;

namespace Dashboard.Meeting;

/// <summary>
/// A text as it goes over the connection: one whole frame of the WebSocket protocol from a server (RFC 6455, 5.2), not masked and not
/// compressed. Made once for all who get it; a connection would make it anew for each.
/// </summary>
internal readonly struct WireMessage
{
    private const byte LastAndText = 0x81, TwoBytes = 126, EightBytes = 127;

    private readonly int _head;

    private WireMessage(byte[] frame, int head) => (Frame, _head) = (frame, head);

    /// <summary>What is written.</summary>
    public ReadOnlyMemory<byte> Frame { get; }

    /// <summary>The text, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Text => Frame[_head..];

    /// <summary>The message that says a text.</summary>
    /// <param name="text">In UTF-8.</param>
    public static WireMessage Of(ReadOnlySpan<byte> text)
    {
        int head = text.Length < TwoBytes ? 2 : text.Length <= ushort.MaxValue ? 4 : 10;
        byte[] frame = new byte[head + text.Length];
        frame[0] = LastAndText;
        switch (head)
        {
            case 2:
                frame[1] = (byte)text.Length;
                break;
            case 4:
                frame[1] = TwoBytes;
                BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)text.Length);
                break;
            default:
                frame[1] = EightBytes;
                BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)text.Length);
                break;
        }

        text.CopyTo(frame.AsSpan(head));
        return new WireMessage(frame, head);
    }
}
