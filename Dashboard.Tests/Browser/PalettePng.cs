using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Dashboard.Tests.Browser;

/// <summary>Writes a picture of a page as a PNG with a palette of its 256 commonest colours: a third of what a browser writes.</summary>
internal static class PalettePng
{
    private const int Colours = 256;

    /// <param name="pixels">Red, green, blue and alpha of each pixel, row by row; alpha is not kept.</param>
    /// <param name="width">Pixels in a row.</param>
    public static byte[] Write(byte[] pixels, int width)
    {
        int[] colours = [.. Enumerable.Range(0, pixels.Length / 4).Select(i => (pixels[4 * i] << 16) | (pixels[4 * i + 1] << 8) | pixels[4 * i + 2])];
        (int Colour, int Count)[] counted = [.. colours.CountBy(colour => colour).Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)];
        int[] palette = [.. counted.Take(Colours).Select(pair => pair.Colour)];
        Dictionary<int, byte> index = counted.ToDictionary(pair => pair.Colour, pair => (byte)Nearest(palette, pair.Colour));

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), colours.Length / width);
        (header[8], header[9]) = (8, 3);
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "PLTE", [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8 & 255), (byte)(colour & 255) })]);
        WriteChunk(file, "IDAT", Deflated(colours, index, width));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static int Nearest(int[] palette, int colour) => Enumerable.Range(0, palette.Length).MinBy(i => Distance(palette[i], colour));

    private static int Distance(int one, int other)
    {
        int red = (one >> 16) - (other >> 16), green = (one >> 8 & 255) - (other >> 8 & 255), blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }

    private static byte[] Deflated(int[] colours, Dictionary<int, byte> index, int width)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            foreach (int[] row in colours.Chunk(width))
            {
                deflate.WriteByte(0);
                deflate.Write([.. row.Select(colour => index[colour])]);
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(Stream file, string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        file.Write(number);
    }

    private static uint Checksum(byte[] bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte one in bytes)
        {
            sum ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB88320;
            }
        }

        return ~sum;
    }
}
