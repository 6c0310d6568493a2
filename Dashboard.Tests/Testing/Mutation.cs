namespace Dashboard.Tests.Testing;

/// <summary>Damages a file as a disk, an editor or a person might.</summary>
internal static class Mutation
{
    private static readonly byte[][] Pieces =
    [
        "\""u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "-"u8.ToArray(), "=1+1"u8.ToArray(), "\0"u8.ToArray(), [0xFF, 0xFE], [0xE1, 0xBB],
        "99999999999999999999"u8.ToArray(), "2016-01-01..2016-05-31"u8.ToArray(), "ộ"u8.ToArray(), "\n\n\n"u8.ToArray(), ";"u8.ToArray(),
    ];

    public static byte[] Of(byte[] good, Random random)
    {
        var bytes = new List<byte>(good);
        for (int times = random.Next(1, 5); times > 0 && bytes.Count > 1; times--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 30), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes[at] = (byte)random.Next('0', '9' + 1);
                    break;
            }
        }

        return [.. bytes];
    }
}
