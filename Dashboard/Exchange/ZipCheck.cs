using System.Buffers.Binary;

namespace Dashboard.Exchange;

/// <summary>
/// Reads the table of contents of a zip before anybody unpacks anything of it: what it would unpack to, how many parts it
/// has and where they want to go. Streams through the file, so that the table itself cannot fill the memory either.
/// </summary>
/// <remarks>A part cannot unpack to more than it states here: the reader stops there.</remarks>
internal static class ZipCheck
{
    /// <summary>Most parts of a spreadsheet.</summary>
    public const int MostParts = 10_000;

    /// <summary>Most megabytes of all parts together, unpacked.</summary>
    public const int MostMegabytes = 200;

    /// <summary>How many times its size a file may unpack to once that is above <see cref="SmallMegabytes"/>.</summary>
    public const int MostRatio = 100;

    /// <summary>Up to here the ratio does not count: a short text repeated packs very well.</summary>
    public const int SmallMegabytes = 10;

    private const int Megabyte = 1024 * 1024;
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const uint EndSignature = 0x06054b50;
    private const uint HeaderSignature = 0x02014b50;

    /// <summary>Why the zip must not be unpacked; null when it may be.</summary>
    public static Fault? Find(FileStream file)
    {
        if (FindEnd(file) is not { } start)
        {
            return new Fault(0, null, "file.damaged");
        }

        file.Position = start;
        // Not disposed of: it is the caller who closes the file.
        var table = new BufferedStream(file, 1 << 16);
        byte[] header = new byte[HeaderLength];
        byte[] text = new byte[ushort.MaxValue];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long unpacked = 0;
        while (table.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && BinaryPrimitives.ReadUInt32LittleEndian(header) == HeaderSignature)
        {
            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
            int rest = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
            if (table.ReadAtLeast(text.AsSpan(0, nameLength), nameLength, throwOnEndOfStream: false) < nameLength || !Skip(table, text, rest))
            {
                return new Fault(0, null, "file.damaged");
            }

            string name = System.Text.Encoding.Latin1.GetString(text, 0, nameLength);
            if (!IsPlain(name) || !names.Add(name))
            {
                return new Fault(0, null, "file.zipPath");
            }

            // Four times 0xFF stands for a size that does not fit, far above what is allowed.
            unpacked += BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(24));
            if (names.Count > MostParts)
            {
                return new Fault(0, null, "file.zipParts", MostParts);
            }
        }

        return names.Count == 0 ? new Fault(0, null, "file.damaged")
            : unpacked > MostMegabytes * (long)Megabyte ? new Fault(0, null, "file.zipSize", MostMegabytes)
            : unpacked > SmallMegabytes * (long)Megabyte && unpacked / MostRatio > file.Length ? new Fault(0, null, "file.zipRatio", MostRatio)
            : null;
    }

    /// <summary>Within the folder it is unpacked to, and named as programs name the parts of a spreadsheet.</summary>
    private static bool IsPlain(string name) =>
        name.Length > 0 && name[0] != '/' && name.AsSpan().IndexOfAny("\\:\0") < 0 && !name.Split('/').Contains("..");

    /// <summary>Where the table begins, as the end of the file says.</summary>
    private static long? FindEnd(FileStream file)
    {
        byte[] tail = new byte[(int)Math.Min(file.Length, EndLength + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (int at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndSignature)
            {
                long start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
                return start < file.Length ? start : null;
            }
        }

        return null;
    }

    private static bool Skip(Stream table, byte[] into, int length)
    {
        while (length > 0)
        {
            int read = table.Read(into, 0, Math.Min(length, into.Length));
            if (read == 0)
            {
                return false;
            }

            length -= read;
        }

        return true;
    }
}
