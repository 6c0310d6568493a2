using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Domain.Changes;

/// <summary>
/// The chain that makes a later edit of the change log found: each entry's hash covers all its fields and the hash of
/// the entry before. An entry cut off at the very end is found only by who knows the last hash.
/// </summary>
public static class HashChain
{
    // A changed encoding would break every log ever written: raise this and keep reading the old one instead.
    private const byte Version = 1;

    private const long EpochMilliseconds = 62_135_596_800_000;

    /// <summary>What stands for the hash before the first entry.</summary>
    public static string Genesis { get; } = new('0', 64);

    /// <summary>The hash of <paramref name="entry"/> after an entry with the hash <paramref name="previous"/>: lower-case hex, 64 characters.</summary>
    public static string HashOf(LogEntry entry, string previous)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(MostBytes(entry, previous));
        try
        {
            int length = Encode(entry, previous, buffer);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(buffer.AsSpan(0, length), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The entry with its hash in place.</summary>
    public static LogEntry Seal(LogEntry entry, string previous) => entry with { Hash = HashOf(entry, previous) };

    /// <summary>
    /// Walks entries from the first one on, in the order in which they are kept. Gives the sequence number at which the chain first
    /// breaks (of a changed, missing, added or misplaced entry), null when it is whole.
    /// </summary>
    public static long? Verify(IEnumerable<LogEntry> entries) => Verify(entries, 1, Genesis);

    /// <summary>The same from the entry with the number <paramref name="first"/> on, after one with the hash <paramref name="previous"/>.</summary>
    public static long? Verify(IEnumerable<LogEntry> entries, long first, string previous)
    {
        long expected = first;
        foreach (LogEntry entry in entries)
        {
            if (entry.Sequence != expected || !string.Equals(entry.Hash, HashOf(entry, previous), StringComparison.Ordinal))
            {
                return expected;
            }

            previous = entry.Hash;
            expected++;
        }

        return null;
    }

    /// <summary>Encodes an entry that is given as bytes exactly as <see cref="HashOf"/> does, and returns the length; the buffer grows as needed.</summary>
    internal static int Encode(in EntryBytes entry, ReadOnlySpan<byte> previous, ref byte[] buffer)
    {
        int most = 128 + previous.Length + entry.Account.Length + entry.Key.Length + entry.Before.Bytes.Length + entry.After.Bytes.Length + entry.Reason.Bytes.Length;
        if (buffer.Length < most)
        {
            buffer = new byte[Math.Max(most, 2 * buffer.Length)];
        }

        Span<byte> target = buffer;
        target[0] = Version;
        int length = 1;
        AddBytes(new TextBytes(previous), target, ref length);
        AddNumber(entry.Sequence, target, ref length);
        AddNumber(unchecked(EpochMilliseconds + entry.UnixMilliseconds), target, ref length);
        AddBytes(new TextBytes(entry.Account), target, ref length);
        AddText(NameOf(entry.Subject), target, ref length);
        AddNumber(entry.Committee ?? -1, target, ref length);
        AddBytes(new TextBytes(entry.Key), target, ref length);
        AddBytes(entry.Before, target, ref length);
        AddBytes(entry.After, target, ref length);
        AddBytes(entry.Reason, target, ref length);
        return length;
    }

    private static int MostBytes(LogEntry entry, string previous)
    {
        int characters = previous.Length + entry.Account.Length + entry.Key.Length
            + (entry.Before?.Length ?? 0) + (entry.After?.Length ?? 0) + (entry.Reason?.Length ?? 0);
        return 128 + Encoding.UTF8.GetMaxByteCount(characters);
    }

    private static int Encode(LogEntry entry, string previous, Span<byte> buffer)
    {
        buffer[0] = Version;
        int length = 1;
        AddText(previous, buffer, ref length);
        AddNumber(entry.Sequence, buffer, ref length);
        AddNumber(entry.At.Ticks / TimeSpan.TicksPerMillisecond, buffer, ref length);
        AddText(entry.Account, buffer, ref length);
        AddText(NameOf(entry.Subject), buffer, ref length);
        AddNumber(entry.Committee ?? -1, buffer, ref length);
        AddText(entry.Key, buffer, ref length);
        AddText(entry.Before, buffer, ref length);
        AddText(entry.After, buffer, ref length);
        AddText(entry.Reason, buffer, ref length);
        return length;
    }

    private static void AddNumber(long number, Span<byte> buffer, ref int length)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer[length..], number);
        length += sizeof(long);
    }

    // The length goes before the bytes, so that no two different entries have the same encoding; −1 is null.
    private static void AddText(string? text, Span<byte> buffer, ref int length)
    {
        int bytes = text is null ? -1 : Encoding.UTF8.GetBytes(text, buffer[(length + sizeof(int))..]);
        BinaryPrimitives.WriteInt32LittleEndian(buffer[length..], bytes);
        length += sizeof(int) + Math.Max(0, bytes);
    }

    private static void AddBytes(TextBytes text, Span<byte> buffer, ref int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer[length..], text.IsThere ? text.Bytes.Length : -1);
        length += sizeof(int);
        text.Bytes.CopyTo(buffer[length..]);
        length += text.Bytes.Length;
    }

    private static string NameOf(Subject subject) => Enum.GetName(subject)
        ?? throw new ArgumentOutOfRangeException(nameof(subject), subject, "No such subject.");
}
