using System.Buffers.Binary;
using System.Text;

namespace Dashboard.Tests.Testing;

/// <summary>Reads as much of MessagePack as a circuit's messages need, in order, without copying.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    public int Array() => Take() switch
    {
        >= 0x90 and <= 0x9f and var small => small & 0x0f,
        0xdc => (int)Big(2),
        0xdd => (int)Big(4),
        var other => throw Unexpected("an array", other),
    };

    public long Whole() => Take() switch
    {
        <= 0x7f and var small => small,
        >= 0xe0 and var negative => (sbyte)negative,
        0xcc => Big(1),
        0xcd => Big(2),
        0xce or 0xd2 => Big(4),
        0xcf or 0xd3 => Big(8),
        var other => throw Unexpected("a number", other),
    };

    /// <summary>Bytes of a text or of binary data; nothing for nil.</summary>
    public ReadOnlySpan<byte> Bytes() => Take() switch
    {
        >= 0xa0 and <= 0xbf and var small => Take(small & 0x1f),
        0xd9 or 0xc4 => Take((int)Big(1)),
        0xda or 0xc5 => Take((int)Big(2)),
        0xdb or 0xc6 => Take((int)Big(4)),
        0xc0 => [],
        var other => throw Unexpected("a text", other),
    };

    public string Text() => Encoding.UTF8.GetString(Bytes());

    /// <summary>Goes past the headers of a message: always none.</summary>
    public void EmptyMap()
    {
        if (Take() is not 0x80 and var other)
        {
            throw Unexpected("no headers", other);
        }
    }

    private byte Take()
    {
        byte first = _rest[0];
        _rest = _rest[1..];
        return first;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private long Big(int length)
    {
        ReadOnlySpan<byte> bytes = Take(length);
        return length switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadInt64BigEndian(bytes),
        };
    }

    private static InvalidDataException Unexpected(string wanted, byte found) => new($"Expected {wanted}, found the MessagePack code {found:x2}.");
}

/// <summary>Writes an invocation of the circuit's hub, with its length in front.</summary>
internal static class PackWriter
{
    /// <summary>A message that keeps the connection.</summary>
    public static readonly byte[] Ping = [2, 0x91, 6];

    public static byte[] Invocation(string? id, string target, params object?[] arguments)
    {
        using var body = new MemoryStream();
        body.Write([0x96, 1, 0x80]);
        Put(body, id);
        Put(body, target);
        body.WriteByte((byte)(0x90 | arguments.Length));
        foreach (object? argument in arguments)
        {
            Put(body, argument);
        }

        body.WriteByte(0x90);
        using var framed = new MemoryStream();
        for (int rest = (int)body.Length; ; rest >>= 7)
        {
            framed.WriteByte((byte)(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest));
            if (rest <= 0x7f)
            {
                break;
            }
        }

        body.WriteTo(framed);
        return framed.ToArray();
    }

    private static void Put(MemoryStream into, object? value)
    {
        Span<byte> number = stackalloc byte[8];
        switch (value)
        {
            case null:
                into.WriteByte(0xc0);
                break;
            case bool truth:
                into.WriteByte(truth ? (byte)0xc3 : (byte)0xc2);
                break;
            case long whole:
                BinaryPrimitives.WriteInt64BigEndian(number, whole);
                into.WriteByte(0xd3);
                into.Write(number);
                break;
            default:
                byte[] text = Encoding.UTF8.GetBytes((string)value);
                BinaryPrimitives.WriteInt32BigEndian(number, text.Length);
                into.WriteByte(0xdb);
                into.Write(number[..4]);
                into.Write(text);
                break;
        }
    }
}
