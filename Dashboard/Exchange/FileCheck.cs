using System.Text.Unicode;

namespace Dashboard.Exchange;

/// <summary>Looks at the bytes of a file before anybody reads it as a table.</summary>
internal static class FileCheck
{
    /// <summary>Why the file is no table at all; null when it may be one.</summary>
    public static Fault? Find(string path, bool isSheet)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return Find(file, isSheet);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Fault(0, null, "file.missing", path);
        }
    }

    private static Fault? Find(FileStream file, bool isSheet)
    {
        Span<byte> start = stackalloc byte[4];
        int length = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        start = start[..length];
        if (length == 0)
        {
            return new Fault(0, null, "file.empty");
        }

        bool isZip = start.StartsWith("PK"u8);
        if (isSheet)
        {
            return isZip ? ZipCheck.Find(file) ?? SheetCheck.Find(file) : new Fault(0, null, "file.damaged");
        }

        if (isZip)
        {
            return new Fault(0, null, "file.zip");
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new Fault(0, null, "file.utf16");
        }

        file.Position = 0;
        return FindInText(file);
    }

    private static Fault? FindInText(FileStream file)
    {
        byte[] buffer = new byte[1 << 16];
        int line = 1;
        int carried = 0;
        bool hasText = false;
        while (true)
        {
            int read = file.Read(buffer, carried, buffer.Length - carried);
            int count = carried + read;
            if (count == 0)
            {
                return hasText ? null : new Fault(0, null, "file.empty");
            }

            // A character may lie across two reads; whole lines never break one.
            int whole = read == 0 ? count : WholeCharacters(buffer.AsSpan(0, count));
            ReadOnlySpan<byte> text = buffer.AsSpan(0, whole);
            if (text.IndexOf((byte)0) is >= 0 and var zero)
            {
                return new Fault(line + text[..zero].Count((byte)'\n'), null, "file.binary");
            }

            if (!Utf8.IsValid(text))
            {
                return new Fault(line + LinesBeforeFault(text), null, "file.encoding");
            }

            hasText = hasText || text.ContainsAnyExcept((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\r', (byte)'\n', (byte)'\t']);
            line += text.Count((byte)'\n');
            buffer.AsSpan(whole, count - whole).CopyTo(buffer);
            carried = count - whole;
            if (read == 0)
            {
                return hasText ? null : new Fault(0, null, "file.empty");
            }
        }
    }

    /// <summary>Length without the beginning of a character at the end.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> text)
    {
        for (int back = 1; back <= 3 && back <= text.Length; back++)
        {
            byte last = text[^back];
            if ((last & 0xC0) != 0x80)
            {
                int needs = last >= 0xF0 ? 4 : last >= 0xE0 ? 3 : last >= 0xC0 ? 2 : 1;
                return needs > back ? text.Length - back : text.Length;
            }
        }

        return text.Length;
    }

    private static int LinesBeforeFault(ReadOnlySpan<byte> text)
    {
        int lines = 0;
        while (text.IndexOf((byte)'\n') is >= 0 and var end && Utf8.IsValid(text[..end]))
        {
            lines++;
            text = text[(end + 1)..];
        }

        return lines;
    }
}
