using System.Text;

namespace Dashboard.Access;

/// <summary>Bytes as letters and digits that are not mistaken for each other (RFC 4648), as authenticators want their keys.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Writes bytes, five at a time.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / 5);
        int held = 0, bits = 0;
        foreach (byte one in bytes)
        {
            held = ((held & 0x1F) << 8) | one;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Letters[(held >> (bits - 5)) & 0x1F]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Letters[(held << (5 - bits)) & 0x1F]).ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It holds something else.</exception>
    public static byte[] Read(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        int held = 0, bits = 0;
        foreach (char letter in text)
        {
            int value = Letters.IndexOf(letter, StringComparison.Ordinal);
            held = value < 0 ? throw new FormatException("It is not written in base 32.") : ((held & 0xFF) << 5) | value;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)((held >> bits) & 0xFF));
            }
        }

        return [.. bytes];
    }
}
